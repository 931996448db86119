package lantian.notification.delivery;

import lantian.events.Channel;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;

/**
 * Who gets a delivery, by which channel; name and rank as they were when the delivery was created.
 */
public record Addressee(ContactId contact, String name, Channel channel, String origin, Rank rank) {

  static Addressee of(Contact contact) {
    return new Addressee(
        contact.id(), contact.name(), contact.channel(), contact.origin(), contact.rank());
  }

  @Override
  public String toString() {
    return "Addressee[" + contact + "]";
  }
}
