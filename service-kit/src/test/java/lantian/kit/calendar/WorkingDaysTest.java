package lantian.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five working days after the lift, over holidays, make-up days and the turn of the year. */
class WorkingDaysTest {
  private final WorkingDays days = new WorkingDays(new HolidayCnFiles().read(null));

  @ParameterizedTest(name = "lifted on {0}, due on {1}")
  @CsvSource({
    "2025-01-24, 2025-02-07", // over the Spring Festival, a make-up Sunday before it
    "2025-12-29, 2026-01-06", // New Year, a make-up Sunday on 4 January
    "2026-01-08, 2026-01-15", // an ordinary week
    "2026-02-13, 2026-02-27", // make-up Saturday, nine days off
    "2026-04-30, 2026-05-11", // make-up Saturday on 9 May
    "2026-09-30, 2026-10-13", // make-up Saturday on 10 October
    "2016-12-14, 2016-12-21",
    "2016-12-26, 2017-01-03", // 2 January 2017 was off
    "2017-01-08, 2017-01-13", // lifted on a Sunday
  })
  void fiveWorkingDaysAfterTheLiftByTheNotices(LocalDate lifted, LocalDate due) {
    assertThat(days.after(lifted, 5)).isEqualTo(new DueDate(due, false));
  }

  @Test
  void aMakeUpDayIsAWorkingDayAndANamedWeekdayIsNot() {
    assertThat(days.isWorkingDay(LocalDate.parse("2026-02-28"))).isTrue(); // a Saturday
    assertThat(days.isWorkingDay(LocalDate.parse("2026-02-16"))).isFalse(); // a Monday
    assertThat(days.isWorkingDay(LocalDate.parse("2026-03-07"))).isFalse(); // a plain Saturday
    assertThat(days.isWorkingDay(LocalDate.parse("2026-03-06"))).isTrue();
  }

  @Test
  void aNoticeMayNameDaysOfTheDecemberBefore() {
    // The notice for 2019 made Saturday 29 December 2018 a working day and the 31st a day off.
    assertThat(days.isWorkingDay(LocalDate.parse("2018-12-29"))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.parse("2018-12-31"))).isFalse();
    assertThat(days.after(LocalDate.parse("2018-12-24"), 5))
        .isEqualTo(new DueDate(LocalDate.parse("2018-12-29"), false));
  }

  @Test
  void aYearWithoutACalendarCountsMondayToFridayAndSaysProvisional() {
    assertThat(days.after(LocalDate.parse("2027-02-04"), 5))
        .isEqualTo(new DueDate(LocalDate.parse("2027-02-11"), true));
    assertThat(days.after(LocalDate.parse("2026-12-28"), 5).provisional()).isTrue();
    assertThat(days.after(LocalDate.parse("2026-12-14"), 5).provisional()).isFalse();
  }

  @Test
  void theLastDaysOfDecemberStayProvisionalUntilTheNextNoticeIsThere() {
    WorkingDays before = new WorkingDays(List.of(aCalendarOf(2018)));
    assertThat(before.isProvisional(LocalDate.parse("2018-12-28"))).isFalse();
    assertThat(before.isProvisional(LocalDate.parse("2018-12-31"))).isTrue();
    assertThat(days.isProvisional(LocalDate.parse("2018-12-31"))).isFalse();
  }

  @Test
  void anEmptyCalendarIsNone() {
    WorkingDays empty = new WorkingDays(List.of(new CalendarYear(2027, List.of(), Map.of())));
    assertThat(empty.after(LocalDate.parse("2027-03-01"), 5).provisional()).isTrue();
  }

  @Test
  void twoCalendarsOfOneYearAreRefused() {
    assertThatThrownBy(() -> new WorkingDays(List.of(aCalendarOf(2018), aCalendarOf(2018))))
        .hasMessageContaining("two calendars for 2018");
  }

  private static CalendarYear aCalendarOf(int year) {
    return new CalendarYear(year, List.of(), Map.of(LocalDate.of(year, 1, 1), true));
  }
}
