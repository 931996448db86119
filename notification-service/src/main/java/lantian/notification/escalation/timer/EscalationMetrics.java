package lantian.notification.escalation.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import lantian.notification.contact.Rank;
import lantian.notification.escalation.Escalations;
import org.springframework.stereotype.Component;

/** How many messages wait for an answer, and how many have nobody left to tell. */
@Component
final class EscalationMetrics implements MeterBinder {
  private final Escalations escalations;

  EscalationMetrics(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    for (var rank : Rank.values()) {
      Gauge.builder("notification.unanswered", () -> escalations.waiting(rank))
          .tag("told", rank.name())
          .description("Messages without an answer, by who was told last")
          .register(metrics);
    }
    Gauge.builder("notification.nobody.left", escalations::withNobodyLeft)
        .description("Messages without an answer of which nobody else can be told")
        .register(metrics);
  }
}
