package lantian.reporting.calendar.statecouncil;

import java.time.LocalDate;
import lantian.kit.calendar.WorkingDays;
import lantian.reporting.calendar.DueDate;
import lantian.reporting.calendar.DueDates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Counts working days by the notices, and Monday to Friday, provisionally, where there is none. */
@Component
class StateCouncilDueDates implements DueDates {
  private final WorkingDays workingDays;
  private final int forAReport;

  StateCouncilDueDates(
      WorkingDays workingDays, @Value("${lantian.reporting.due-working-days}") int forAReport) {
    this.workingDays = workingDays;
    this.forAReport = forAReport;
  }

  @Override
  public DueDate ofReport(LocalDate lifted) {
    var due = workingDays.after(lifted, forAReport);
    return new DueDate(due.date(), due.provisional());
  }
}
