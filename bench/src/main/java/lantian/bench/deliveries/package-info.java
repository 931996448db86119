/** Messages on their way to webhooks. */
@NullMarked
package lantian.bench.deliveries;

import org.jspecify.annotations.NullMarked;
