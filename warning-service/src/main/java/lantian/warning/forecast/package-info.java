/** Forecast runs: taken in once, judged together with what was measured. */
@NullMarked
package lantian.warning.forecast;

import org.jspecify.annotations.NullMarked;
