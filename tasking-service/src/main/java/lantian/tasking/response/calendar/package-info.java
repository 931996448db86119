/** Working days, for what is due after a lift. */
@NullMarked
package lantian.tasking.response.calendar;

import org.jspecify.annotations.NullMarked;
