/** Tells the other services of responses by the outbox. */
@NullMarked
package lantian.warning.response.messaging;

import org.jspecify.annotations.NullMarked;
