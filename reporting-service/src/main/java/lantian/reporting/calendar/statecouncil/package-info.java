/** Due dates by the State Council's calendars. */
@NullMarked
package lantian.reporting.calendar.statecouncil;

import org.jspecify.annotations.NullMarked;
