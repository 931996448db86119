package lantian.notification.escalation.timer;

import java.time.Instant;
import lantian.kit.time.BusinessTimer;
import lantian.notification.escalation.EscalatingUnanswered;
import org.springframework.stereotype.Component;

/** Escalates what has waited long enough, a message a transaction, until none is left. */
@Component
class EscalationTimer implements BusinessTimer {
  private final EscalatingUnanswered escalating;

  EscalationTimer(EscalatingUnanswered escalating) {
    this.escalating = escalating;
  }

  @Override
  public void run(Instant now) {
    while (escalating.escalateOne(now)) {
      // until nothing is due
    }
  }
}
