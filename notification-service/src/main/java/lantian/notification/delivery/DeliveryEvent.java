package lantian.notification.delivery;

import java.time.Instant;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;

/** What happens to a delivery that others hear of; {@code delivery} as it is right after. */
public sealed interface DeliveryEvent {
  Delivery delivery();

  /** The receiver's side took it. */
  record Sent(Delivery delivery) implements DeliveryEvent {}

  /** Somebody answered. */
  record Acknowledged(Delivery delivery) implements DeliveryEvent {}

  /** Nobody was told by it. */
  record Failed(Delivery delivery) implements DeliveryEvent {}

  /**
   * The message {@code of} has no answer since {@code since}: somebody else is told by this
   * delivery. Where nobody is left, both are the message's first.
   */
  record Escalated(
      Delivery delivery,
      DeliveryId of,
      EscalationStep step,
      EscalationReason reason,
      String policy,
      Instant since,
      Instant at)
      implements DeliveryEvent {}
}
