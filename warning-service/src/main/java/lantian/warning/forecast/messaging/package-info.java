/** Forecast runs, told to the other services. */
@NullMarked
package lantian.warning.forecast.messaging;

import org.jspecify.annotations.NullMarked;
