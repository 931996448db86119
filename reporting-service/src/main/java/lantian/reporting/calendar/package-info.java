/** When a report is due. */
@NullMarked
package lantian.reporting.calendar;

import org.jspecify.annotations.NullMarked;
