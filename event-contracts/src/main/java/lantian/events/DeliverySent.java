package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * {@code delivery.sent.v1}: the receiver's side took the message. {@code repeat}: marked as a
 * repeat, since an earlier attempt ended unknown. {@code createdAt}: when the delivery was created.
 */
public record DeliverySent(
    Mode mode,
    long version,
    UUID deliveryId,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    UUID contactId,
    Channel channel,
    DeliveryPurpose purpose,
    int attempts,
    boolean repeat,
    OffsetDateTime createdAt,
    OffsetDateTime sentAt)
    implements DeliveriesEvent {

  public DeliverySent {
    requireNonNull(mode, "mode");
    requireNonNull(deliveryId, "deliveryId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(contactId, "contactId");
    requireNonNull(channel, "channel");
    requireNonNull(purpose, "purpose");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(sentAt, "sentAt");
  }
}
