package lantian.reporting.calendar;

import java.time.LocalDate;

/** Works out when reports are due. */
public interface DueDates {
  /**
   * So many working days after the lift, whose own day is not counted: five, by seed 000, row 3,
   * and a setting of the service.
   */
  DueDate ofReport(LocalDate lifted);
}
