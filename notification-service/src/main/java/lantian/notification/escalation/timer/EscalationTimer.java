package lantian.notification.escalation.timer;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import lantian.kit.observability.Traces;
import lantian.kit.time.BusinessTimer;
import lantian.notification.escalation.EscalatingUnanswered;
import lantian.notification.escalation.Escalation.Message;
import lantian.notification.escalation.Escalations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Escalates what has waited long enough, a message a transaction, until none is left. One that
 * fails is passed over until the next run and holds up no other.
 */
@Component
class EscalationTimer implements BusinessTimer {
  private static final Logger log = LoggerFactory.getLogger(EscalationTimer.class);

  private final EscalatingUnanswered escalating;
  private final Escalations escalations;
  private final Traces traces;

  EscalationTimer(EscalatingUnanswered escalating, Escalations escalations, Traces traces) {
    this.escalating = escalating;
    this.escalations = escalations;
    this.traces = traces;
  }

  @Override
  public void run(Instant now) {
    Set<Message> passedOver = new HashSet<>();
    for (var due = due(now, passedOver); !due.isEmpty(); due = due(now, passedOver)) {
      for (var message : due) {
        if (!escalated(message, now)) {
          passedOver.add(message);
        }
      }
    }
  }

  private List<Message> due(Instant now, Set<Message> passedOver) {
    return escalating.due(now).stream().filter(message -> !passedOver.contains(message)).toList();
  }

  private boolean escalated(Message message, Instant now) {
    try {
      var done = new AtomicBoolean();
      traces.continuing(
          escalations.traceOf(message).orElse(null),
          "escalate",
          () -> done.set(escalating.escalate(message, now)));
      return done.get();
    } catch (RuntimeException e) {
      log.warn("an escalation failed and is tried again: {}", message, e);
      return false;
    }
  }
}
