package lantian.notification.channel;

import java.net.URI;
import java.time.Instant;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.notification.contact.Contact;
import lantian.notification.delivery.Delivery;

/**
 * What a channel is to send, and to whom. {@code acknowledge}: where the receiver's system answers,
 * with a token; {@code link}: where the person answers, without a password, for nobody else to see;
 * {@code at}: machine time of the call; {@code title} and {@code text}: what it says, in a line and
 * in whole, both marked where it is a repeat.
 */
public record OutgoingMessage(
    Delivery delivery,
    Contact contact,
    Text title,
    Text text,
    URI acknowledge,
    URI link,
    Instant at) {
  private static final String CHINESE_MARK = "【演练】";
  private static final String ENGLISH_MARK = "[DRILL]";

  @Override
  public String toString() {
    return "OutgoingMessage[" + delivery.id() + "]";
  }

  /**
   * Whether both begin by saying that it is a drill where it is one, and nowhere else: asked of the
   * words themselves, whichever template they come from.
   */
  public boolean saysItsMode() {
    var drill = delivery.mode() == Mode.DRILL;
    return saysDrill(title) == drill && saysDrill(text) == drill;
  }

  private static boolean saysDrill(Text text) {
    return text.zh().startsWith(CHINESE_MARK) && text.en().startsWith(ENGLISH_MARK);
  }

  /** Whether an earlier attempt may have been taken, which the message then says. */
  public boolean repeat() {
    return delivery.progress().repeat();
  }
}
