package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code delivery.acknowledged.v1}: the liaison answered. */
public record DeliveryAcknowledged(
    Mode mode,
    long version,
    UUID deliveryId,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    UUID contactId,
    String by,
    OffsetDateTime acknowledgedAt)
    implements DeliveriesEvent {

  public DeliveryAcknowledged {
    requireNonNull(mode, "mode");
    requireNonNull(deliveryId, "deliveryId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(contactId, "contactId");
    requireNonNull(by, "by");
    requireNonNull(acknowledgedAt, "acknowledgedAt");
  }
}
