/** What becomes of duties by the passing of time alone. */
@NullMarked
package lantian.tasking.duty.timer;

import org.jspecify.annotations.NullMarked;
