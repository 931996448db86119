/** A forecast is judged. */
@NullMarked
package lantian.bench.assessment;

import org.jspecify.annotations.NullMarked;
