/** Classes that look at the machine for the time. */
@NullMarked
package lantian.broken.clock;

import org.jspecify.annotations.NullMarked;
