package lantian.notification.escalation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.notification.contact.Contacts;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.CreatingDeliveries;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryEvent;
import lantian.notification.delivery.DeliveryEvents;
import lantian.notification.escalation.Escalation.Decision;
import lantian.notification.escalation.Escalation.Message;
import lantian.notification.escalation.Escalation.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the deputy and then the duty desk of a message that nobody has answered, by policy; and
 * says so when nobody is left. What is told and that it was told commit together.
 */
@Service
public class EscalatingUnanswered {
  private final Escalations escalations;
  private final EscalationPolicies policies;
  private final Contacts contacts;
  private final Deliveries deliveries;
  private final CreatingDeliveries creating;
  private final DeliveryEvents events;

  EscalatingUnanswered(
      Escalations escalations,
      EscalationPolicies policies,
      Contacts contacts,
      Deliveries deliveries,
      CreatingDeliveries creating,
      DeliveryEvents events) {
    this.escalations = escalations;
    this.policies = policies;
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.creating = creating;
    this.events = events;
  }

  /** Messages whose time has come. */
  public List<Message> due(Instant now) {
    return escalations.due(now.truncatedTo(ChronoUnit.MICROS));
  }

  /** One message in a transaction of its own; false where somebody else has it, or it has ended. */
  @Transactional
  public boolean escalate(Message message, Instant now) {
    var taken = escalations.take(message);
    taken.ifPresent(escalation -> escalate(escalation, now.truncatedTo(ChronoUnit.MICROS)));
    return taken.isPresent();
  }

  private void escalate(Escalation escalation, Instant now) {
    var message = escalation.message();
    var all =
        deliveries.ofMessage(
            message.warningId(), message.unit(), message.revision(), message.purpose());
    var policy =
        policies.named(escalation.policy(), escalation.jurisdiction(), AwaitingAnswers.dateOf(now));
    var overtaken = deliveries.hasNewer(message.warningId(), message.unit(), message.revision());
    escalations.save(
        switch (escalation.decide(all, policy, overtaken, now)) {
          case Decision.End(var state) -> escalation.ended(state, now);
          case Decision.Wait(var until) -> escalation.waitingUntil(until);
          case Decision.Tell tell -> tellNext(escalation, all, policy, tell, now);
        });
  }

  /**
   * Tells the next who exist. Where a rank has nobody, the one after it waits for its own time; but
   * not when the message has reached nobody at all.
   */
  private Escalation tellNext(
      Escalation escalation,
      List<Delivery> all,
      EscalationPolicy policy,
      Decision.Tell why,
      Instant now) {
    for (var rank = escalation.next(); rank != null; rank = rank.next()) {
      if (tell(escalation, all.getFirst(), rank, why, now)) {
        return escalation.havingTold(rank, turnAfter(rank, escalation, all, policy));
      }
      if (why.reason() == EscalationReason.UNANSWERED && rank.next() != null) {
        return escalation.passing(rank, turnAfter(rank, escalation, all, policy));
      }
    }
    events.publish(
        event(all.getFirst(), all.getFirst(), EscalationStep.NOBODY_LEFT, escalation, why, now));
    return escalation.ended(State.NOBODY_LEFT, now);
  }

  private static @Nullable Instant turnAfter(
      Rank rank, Escalation escalation, List<Delivery> all, EscalationPolicy policy) {
    return escalation.turnOf(rank.next(), all, policy).orElse(null);
  }

  private boolean tell(
      Escalation escalation, Delivery first, Rank rank, Decision.Tell why, Instant now) {
    var others = contacts.activeOf(escalation.jurisdiction(), escalation.message().unit(), rank);
    var told = creating.escalate(first, others, escalation.how(rank, first, why, now), now);
    for (var delivery : told) {
      events.publish(event(delivery, first, stepOf(rank), escalation, why, now));
    }
    return !told.isEmpty();
  }

  private static DeliveryEvent event(
      Delivery delivery,
      Delivery first,
      EscalationStep step,
      Escalation escalation,
      Decision.Tell why,
      Instant now) {
    return new DeliveryEvent.Escalated(
        delivery, first.id(), step, why.reason(), escalation.policy(), why.since(), now);
  }

  private static EscalationStep stepOf(Rank rank) {
    return switch (rank) {
      case DEPUTY -> EscalationStep.DEPUTY;
      case DUTY_DESK -> EscalationStep.DUTY_DESK;
      case LIAISON -> throw new IllegalStateException("a liaison is told first");
    };
  }
}
