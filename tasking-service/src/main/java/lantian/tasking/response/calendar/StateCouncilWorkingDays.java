package lantian.tasking.response.calendar;

import java.time.LocalDate;
import lantian.tasking.response.WorkingDays;
import org.springframework.stereotype.Component;

/** Working days by the State Council's notices, those of make-up days among them. */
@Component
class StateCouncilWorkingDays implements WorkingDays {
  private final lantian.kit.calendar.WorkingDays calendars;

  StateCouncilWorkingDays(lantian.kit.calendar.WorkingDays calendars) {
    this.calendars = calendars;
  }

  @Override
  public LocalDate after(LocalDate day, int count) {
    return calendars.after(day, count).date();
  }
}
