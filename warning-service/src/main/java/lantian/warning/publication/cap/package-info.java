/** CAP 1.2 (OASIS): the message in the form that the world exchanges. */
@NullMarked
package lantian.warning.publication.cap;

import org.jspecify.annotations.NullMarked;
