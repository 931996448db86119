package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code delivery.failed.v1}: nobody was reached by this delivery, and this says so. No contact id
 * where the unit has none.
 */
public record DeliveryFailed(
    Mode mode,
    long version,
    UUID deliveryId,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    @Nullable UUID contactId,
    @Nullable Channel channel,
    DeliveryPurpose purpose,
    FailureReason reason,
    int attempts,
    @Nullable String detail,
    OffsetDateTime createdAt,
    OffsetDateTime failedAt)
    implements DeliveriesEvent {

  public DeliveryFailed {
    requireNonNull(mode, "mode");
    requireNonNull(deliveryId, "deliveryId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    requireNonNull(reason, "reason");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(failedAt, "failedAt");
  }
}
