/** A class whose constructor does not say what it needs. */
@NullMarked
package lantian.broken.injected;

import org.jspecify.annotations.NullMarked;
