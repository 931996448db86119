/** What operators see of forecasts. */
@NullMarked
package lantian.warning.forecast.metrics;

import org.jspecify.annotations.NullMarked;
