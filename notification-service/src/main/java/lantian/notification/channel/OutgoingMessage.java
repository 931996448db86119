package lantian.notification.channel;

import java.net.URI;
import java.time.Instant;
import lantian.events.Text;
import lantian.notification.contact.Contact;
import lantian.notification.delivery.Delivery;

/**
 * What a channel is to send, and to whom. {@code acknowledge}: where the receiver answers; {@code
 * at}: machine time of the call; {@code text}: what it says, marked where it is a repeat.
 */
public record OutgoingMessage(
    Delivery delivery, Contact contact, Text text, URI acknowledge, Instant at) {

  /** Whether an earlier attempt may have been taken, which the message then says. */
  public boolean repeat() {
    return delivery.progress().repeat();
  }
}
