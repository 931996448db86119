package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code delivery.acknowledged.v1}: the liaison answered. {@code way}: how the answer came in; not
 * known where the event is older than the field.
 */
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
    OffsetDateTime acknowledgedAt,
    @Nullable AnswerWay way)
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
