package lantian.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One year's notice of the State Council: the days it names, {@code true} for a day off and {@code
 * false} for a make-up working day. A notice names only what differs from an ordinary week, and may
 * name days of the December before its year.
 *
 * @param papers addresses of the notices that the data was taken from
 */
public record CalendarYear(int year, List<String> papers, Map<LocalDate, Boolean> daysOff) {
  public CalendarYear {
    papers = List.copyOf(papers);
    daysOff = Map.copyOf(daysOff);
    for (LocalDate day : daysOff.keySet()) {
      if (day.getYear() != year && day.getYear() != year - 1) {
        throw new IllegalArgumentException(
            "the calendar of " + year + " names " + day + ", which is not a day of its years");
      }
    }
  }

  /** Whether the notice had come out when the data was taken: an empty year has none yet. */
  public boolean published() {
    return !daysOff.isEmpty();
  }
}
