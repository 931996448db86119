/** Reads calendars in the form of the holiday-cn project (MIT), packaged or from a folder. */
@NullMarked
package lantian.reporting.calendar.holidaycn;

import org.jspecify.annotations.NullMarked;
