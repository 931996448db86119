/** A drill beside what is live, through all services. */
@NullMarked
package lantian.local.drill;

import org.jspecify.annotations.NullMarked;
