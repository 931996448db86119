/** Classes that throw dice. */
@NullMarked
package lantian.broken.chance;

import org.jspecify.annotations.NullMarked;
