/** A drill through all services. */
@NullMarked
package lantian.local.drill;

import org.jspecify.annotations.NullMarked;
