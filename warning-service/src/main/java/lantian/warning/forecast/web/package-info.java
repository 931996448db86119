/** Forecasts over REST. */
@NullMarked
package lantian.warning.forecast.web;

import org.jspecify.annotations.NullMarked;
