package lantian.tasking.plan;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * When a duty falls due, as plan data writes it: {@code PT2H} after the response begins, {@code
 * 17:00} on each of its days (Beijing time), {@code P5WD} five working days after the lift.
 */
public sealed interface Deadline {

  /** So long after the response begins; for a duty done once. */
  record After(Duration delay) implements Deadline {
    public After {
      if (delay.isNegative() || delay.isZero()) {
        throw new IllegalArgumentException("a deadline lies after the beginning, not at " + delay);
      }
    }

    @Override
    public String written() {
      return delay.toString();
    }
  }

  /** At this local time of each day on which the response holds; for a daily duty. */
  record TimeOfDay(LocalTime time) implements Deadline {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");

    public TimeOfDay {
      requireNonNull(time, "time");
    }

    @Override
    public String written() {
      return WRITTEN.format(time);
    }
  }

  /** By the end of this working day after the lift, the day of the lift not counted. */
  record WorkingDays(int days) implements Deadline {
    public WorkingDays {
      if (days < 1) {
        throw new IllegalArgumentException("a deadline is at least one working day, not " + days);
      }
    }

    @Override
    public String written() {
      return "P" + days + "WD";
    }
  }

  /** The deadline as the plan file and the REST interface write it. */
  String written();

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException where it is none of the three forms
   */
  static Deadline parse(String written) {
    try {
      if (written.matches("P\\d{1,3}WD")) {
        return new WorkingDays(Integer.parseInt(written.substring(1, written.length() - 2)));
      }
      if (written.matches("\\d\\d:\\d\\d")) {
        return new TimeOfDay(LocalTime.parse(written));
      }
      if (written.startsWith("P")) {
        return new After(Duration.parse(written));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(unreadable(written), e);
    }
    throw new IllegalArgumentException(unreadable(written));
  }

  private static String unreadable(String written) {
    return "'" + written + "' is no deadline; write PT2H, 17:00 or P5WD";
  }
}
