package lantian.notification.link;

import java.time.Instant;
import lantian.notification.contact.ContactId;
import lantian.notification.delivery.DeliveryId;

/** What a genuine link says: who answers which message with it, and until when (business time). */
public record AnswerLink(DeliveryId delivery, ContactId contact, Instant expiresAt) {

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
