package lantian.reporting.calendar.statecouncil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lantian.kit.calendar.HolidayCnFiles;
import lantian.kit.calendar.WorkingDays;
import lantian.reporting.calendar.DueDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five working days after the lift, over holidays, make-up days and the turn of the year. */
class DueDateOfReportTest {
  private final StateCouncilDueDates dueDates =
      new StateCouncilDueDates(new WorkingDays(new HolidayCnFiles().read(null)), 5);

  @ParameterizedTest(name = "lifted on {0}, due on {1}")
  @CsvSource({
    "2025-01-24, 2025-02-07", // over the Spring Festival, a make-up Sunday before it
    "2025-12-29, 2026-01-06", // New Year, a make-up Sunday on 4 January
    "2026-01-08, 2026-01-15", // an ordinary week
    "2026-02-13, 2026-02-27", // make-up Saturday, nine days off
    "2026-04-30, 2026-05-11", // make-up Saturday on 9 May
    "2026-09-30, 2026-10-13", // make-up Saturday on 10 October
    "2018-12-24, 2018-12-29", // a make-up Saturday that the notice for 2019 named
    "2016-12-14, 2016-12-21",
    "2016-12-26, 2017-01-03", // 2 January 2017 was off
    "2017-01-08, 2017-01-13", // lifted on a Sunday
  })
  void fiveWorkingDaysAfterTheLiftByTheNotices(LocalDate lifted, LocalDate due) {
    assertThat(dueDates.ofReport(lifted)).isEqualTo(new DueDate(due, false));
  }

  @Test
  void aYearWithoutACalendarCountsMondayToFridayAndSaysProvisional() {
    assertThat(dueDates.ofReport(LocalDate.parse("2027-02-04")))
        .isEqualTo(new DueDate(LocalDate.parse("2027-02-11"), true));
    assertThat(dueDates.ofReport(LocalDate.parse("2026-12-28")).provisional()).isTrue();
    assertThat(dueDates.ofReport(LocalDate.parse("2026-12-14")).provisional()).isFalse();
  }
}
