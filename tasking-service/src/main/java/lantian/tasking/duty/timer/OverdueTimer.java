package lantian.tasking.duty.timer;

import java.time.Instant;
import lantian.kit.time.BusinessTimer;
import lantian.tasking.duty.MarkingOverdue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Marks overdue duties; last of the timers, so that it sees the daily duties of missed days too.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OverdueTimer implements BusinessTimer {
  private final MarkingOverdue markingOverdue;

  OverdueTimer(MarkingOverdue markingOverdue) {
    this.markingOverdue = markingOverdue;
  }

  @Override
  public void run(Instant now) {
    while (markingOverdue.markSome(now)) {
      // a batch a transaction, until none is left
    }
  }
}
