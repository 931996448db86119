/** Measured hours, told to the other services. */
@NullMarked
package lantian.warning.observation.messaging;

import org.jspecify.annotations.NullMarked;
