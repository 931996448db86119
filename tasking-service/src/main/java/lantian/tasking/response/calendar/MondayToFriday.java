package lantian.tasking.response.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import lantian.tasking.response.WorkingDays;
import org.springframework.stereotype.Component;

/** Working days of an ordinary week. */
@Component
class MondayToFriday implements WorkingDays {

  @Override
  public LocalDate after(LocalDate day, int count) {
    var current = day;
    for (int left = count; left > 0; ) {
      current = current.plusDays(1);
      if (current.getDayOfWeek() != DayOfWeek.SATURDAY
          && current.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return current;
  }
}
