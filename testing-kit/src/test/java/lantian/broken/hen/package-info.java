/** One half of a circle. */
@NullMarked
package lantian.broken.hen;

import org.jspecify.annotations.NullMarked;
