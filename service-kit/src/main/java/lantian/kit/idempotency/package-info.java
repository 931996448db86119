/**
 * One effect and one answer for a request that comes again under the same {@code Idempotency-Key}.
 */
@NullMarked
package lantian.kit.idempotency;

import org.jspecify.annotations.NullMarked;
