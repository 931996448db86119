package lantian.notification.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lantian.events.ChinaTime;
import lantian.notification.delivery.AwaitedAnswers;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Delivery.Subject;
import lantian.notification.escalation.Escalation.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins to wait for an answer with each message, and ends with the answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AwaitingAnswers implements AwaitedAnswers {
  private final Escalations escalations;
  private final EscalationPolicies policies;

  AwaitingAnswers(Escalations escalations, EscalationPolicies policies) {
    this.escalations = escalations;
    this.policies = policies;
  }

  @Override
  public void await(Subject message) {
    var policy = policies.inForce(message.jurisdiction(), dateOf(message.at()));
    escalations.add(Escalation.of(message, policy));
  }

  @Override
  public boolean overtaken(Subject by) {
    var message = new Message(by.warningId(), by.unit(), by.revision(), by.purpose());
    return escalations.endOvertaken(message, by.at()) > 0;
  }

  @Override
  public void answered(Delivery delivery) {
    var at = Objects.requireNonNull(delivery.progress().acknowledgedAt());
    escalations.endAnswered(Message.of(delivery), at);
  }

  static LocalDate dateOf(Instant at) {
    return ChinaTime.dateOf(at);
  }
}
