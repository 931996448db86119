/** Forecast runs in PostgreSQL. */
@NullMarked
package lantian.warning.forecast.persistence;

import org.jspecify.annotations.NullMarked;
