/** All services together: from an approval to the first receipt, and forecasts. */
@NullMarked
package lantian.bench.chain;

import org.jspecify.annotations.NullMarked;
