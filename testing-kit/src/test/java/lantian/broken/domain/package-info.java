/** A domain that knows JSON. */
@NullMarked
package lantian.broken.domain;

import org.jspecify.annotations.NullMarked;
