/** XML that is read with nothing of the outside, and written. */
@NullMarked
package lantian.warning.publication.xml;

import org.jspecify.annotations.NullMarked;
