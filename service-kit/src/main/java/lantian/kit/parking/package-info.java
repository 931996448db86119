/** Records that could not be handled, kept with their bytes and the reason. */
@NullMarked
package lantian.kit.parking;

import org.jspecify.annotations.NullMarked;
