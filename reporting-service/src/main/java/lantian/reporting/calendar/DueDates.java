package lantian.reporting.calendar;

import java.time.LocalDate;

/** Works out when reports are due. */
public interface DueDates {
  /** A lifted warning is reported on within five working days (seed 000, row 3). */
  int WORKING_DAYS = 5;

  /** The fifth working day after the lift, whose own day is not counted. */
  DueDate ofReport(LocalDate lifted);
}
