package lantian.tasking.response;

import static lantian.events.ChinaTime.ZONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import lantian.events.ChinaTime;
import lantian.tasking.plan.Deadline;
import org.springframework.stereotype.Service;

/** When duties fall due, in Beijing time. */
@Service
public class DueTimes {
  /** What is due on a working day is due by the end of it. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final WorkingDays workingDays;

  public DueTimes(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** So long after the response begins. */
  static Instant once(Deadline.After deadline, LevelChange change) {
    return change.effectiveFrom().plus(deadline.delay());
  }

  /** At the end of so many working days after the date of the lift. */
  Instant afterLift(Deadline.WorkingDays deadline, LevelChange lift) {
    var lifted = ChinaTime.dateOf(lift.publishedAt());
    return at(workingDays.after(lifted, deadline.days()), END_OF_DAY);
  }

  /** The first date whose hour is not past at this moment. */
  static LocalDate firstDate(Deadline.TimeOfDay deadline, Instant from) {
    var begins = from.atZone(ZONE).toLocalDateTime();
    var date = begins.toLocalDate();
    return date.atTime(deadline.time()).isBefore(begins) ? date.plusDays(1) : date;
  }

  static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(ZONE).toInstant();
  }

  /** The same hour on another date. */
  static Instant sameHourOn(LocalDate date, Instant due) {
    return at(date, due.atZone(ZONE).toLocalTime());
  }
}
