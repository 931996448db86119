/** The State Council's working-day calendars, and the day on which a report is due by them. */
@NullMarked
package lantian.kit.calendar;

import org.jspecify.annotations.NullMarked;
