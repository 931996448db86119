package lantian.notification.link;

import java.net.URI;
import java.util.Optional;
import lantian.notification.delivery.Delivery;

/** Makes links and knows its own again. */
public interface Links {

  /** The address at which the delivery's addressee answers; the same for every attempt. */
  URI of(Delivery delivery);

  /** What the token says; empty unless this service has signed exactly this. */
  Optional<AnswerLink> read(String token);
}
