/** From forecasts and observations to the level of a warning, its approval and its publication. */
@NullMarked
package lantian.warning;

import org.jspecify.annotations.NullMarked;
