package lantian.reporting.calendar.statecouncil;

import java.time.LocalDate;
import lantian.kit.calendar.CalendarConfiguration;
import lantian.kit.calendar.WorkingDays;
import lantian.reporting.calendar.DueDate;
import lantian.reporting.calendar.DueDates;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** Counts working days by the notices, and Monday to Friday, provisionally, where there is none. */
@Component
@Import(CalendarConfiguration.class)
class StateCouncilDueDates implements DueDates {
  private final WorkingDays workingDays;

  StateCouncilDueDates(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  @Override
  public DueDate ofReport(LocalDate lifted) {
    var due = workingDays.after(lifted, WORKING_DAYS);
    return new DueDate(due.date(), due.provisional());
  }
}
