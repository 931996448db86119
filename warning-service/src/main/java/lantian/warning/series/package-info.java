/** Series of hours or days, forecast or measured: what every judgement starts from. */
@NullMarked
package lantian.warning.series;

import org.jspecify.annotations.NullMarked;
