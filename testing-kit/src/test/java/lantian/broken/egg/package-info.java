/** The other half of a circle. */
@NullMarked
package lantian.broken.egg;

import org.jspecify.annotations.NullMarked;
