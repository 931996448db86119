/** Goes back to orders that nobody has been asked about. */
@NullMarked
package lantian.warning.order.timer;

import org.jspecify.annotations.NullMarked;
