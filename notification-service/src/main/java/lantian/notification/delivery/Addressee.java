package lantian.notification.delivery;

import lantian.events.Channel;
import lantian.notification.contact.ContactId;

/** Who gets a delivery, by which channel; the name as it was when the delivery was created. */
public record Addressee(ContactId contact, String name, Channel channel, String origin) {
  @Override
  public String toString() {
    return "Addressee[" + contact + "]";
  }
}
