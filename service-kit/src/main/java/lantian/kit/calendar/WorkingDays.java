package lantian.kit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Working days by the State Council's notices. A day that a notice names is a day off or a make-up
 * working day as it says; any other day is a working day from Monday to Friday.
 */
public final class WorkingDays {
  /** The earliest day of December that a notice for the next year has named so far (2019: 29). */
  private static final int EARLIEST_NAMED_IN_DECEMBER = 29;

  private final Map<Integer, CalendarYear> years = new HashMap<>();

  public WorkingDays(Collection<CalendarYear> calendars) {
    for (CalendarYear calendar : calendars) {
      if (calendar.published() && years.put(calendar.year(), calendar) != null) {
        throw new IllegalArgumentException("two calendars for " + calendar.year());
      }
    }
  }

  public boolean isWorkingDay(LocalDate day) {
    Boolean off = namedIn(day.getYear(), day);
    if (off == null) {
      off = namedIn(day.getYear() + 1, day);
    }
    return off == null ? !isWeekend(day) : !off;
  }

  /**
   * Whether nothing that is known settles the day: its year has no calendar and the next year's
   * does not name it, or it is one of the last days of December, which the missing calendar of the
   * next year may still name.
   */
  public boolean isProvisional(LocalDate day) {
    if (namedIn(day.getYear(), day) != null || namedIn(day.getYear() + 1, day) != null) {
      return false;
    }
    return !years.containsKey(day.getYear())
        || (day.getMonth() == Month.DECEMBER
            && day.getDayOfMonth() >= EARLIEST_NAMED_IN_DECEMBER
            && !years.containsKey(day.getYear() + 1));
  }

  /** The {@code count}th working day after {@code day}, which is itself not counted. */
  public DueDate after(LocalDate day, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one working day, not " + count);
    }
    boolean provisional = false;
    LocalDate current = day;
    for (int left = count; left > 0; ) {
      current = current.plusDays(1);
      provisional |= isProvisional(current);
      if (isWorkingDay(current)) {
        left--;
      }
    }
    return new DueDate(current, provisional);
  }

  @Nullable
  private Boolean namedIn(int year, LocalDate day) {
    CalendarYear calendar = years.get(year);
    return calendar == null ? null : calendar.daysOff().get(day);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
