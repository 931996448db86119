package lantian.tasking.response.timer;

import java.time.Instant;
import lantian.kit.time.BusinessTimer;
import lantian.tasking.response.AddingDailyDuties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the daily duties of a day as soon as it has begun in Beijing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DailyDutiesTimer implements BusinessTimer {
  private final AddingDailyDuties addingDailyDuties;

  DailyDutiesTimer(AddingDailyDuties addingDailyDuties) {
    this.addingDailyDuties = addingDailyDuties;
  }

  @Override
  public void run(Instant now) {
    while (addingDailyDuties.addForOne(now)) {
      // a response a transaction, until none is left
    }
  }
}
