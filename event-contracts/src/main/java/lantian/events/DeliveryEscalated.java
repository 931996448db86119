package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code delivery.escalated.v1}: a unit's message has no answer, and the next one is told, by the
 * delivery {@code deliveryId}. With {@code NOBODY_LEFT} there is no such delivery and no contact:
 * it is the message's own. {@code escalationOf} is the message's first delivery, to the liaison;
 * {@code since}: from when the answer was waited for.
 */
public record DeliveryEscalated(
    Mode mode,
    long version,
    UUID deliveryId,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    UUID escalationOf,
    EscalationStep step,
    EscalationReason reason,
    @Nullable UUID contactId,
    DeliveryPurpose purpose,
    String policy,
    OffsetDateTime since,
    OffsetDateTime escalatedAt)
    implements DeliveriesEvent {

  public DeliveryEscalated {
    requireNonNull(mode, "mode");
    requireNonNull(deliveryId, "deliveryId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(escalationOf, "escalationOf");
    requireNonNull(step, "step");
    requireNonNull(reason, "reason");
    requireNonNull(purpose, "purpose");
    requireNonNull(policy, "policy");
    requireNonNull(since, "since");
    requireNonNull(escalatedAt, "escalatedAt");
  }
}
