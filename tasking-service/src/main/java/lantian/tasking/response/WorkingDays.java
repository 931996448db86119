package lantian.tasking.response;

import java.time.LocalDate;

/** Working days by the State Council's calendars. */
public interface WorkingDays {

  /** The {@code count}th working day after {@code day}, which is itself not counted. */
  LocalDate after(LocalDate day, int count);
}
