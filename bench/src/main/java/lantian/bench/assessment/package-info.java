/** A forecast is judged, and a season is played. */
@NullMarked
package lantian.bench.assessment;

import org.jspecify.annotations.NullMarked;
