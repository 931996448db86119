/** Forecasts and warnings held afterwards against what was measured: scores. */
@NullMarked
package lantian.warning.verification;

import org.jspecify.annotations.NullMarked;
