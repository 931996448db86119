/** What happened to a duty, as the other services read it. */
@NullMarked
package lantian.tasking.duty.messaging;

import org.jspecify.annotations.NullMarked;
