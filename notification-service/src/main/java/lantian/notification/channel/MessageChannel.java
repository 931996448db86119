package lantian.notification.channel;

import java.time.Duration;
import lantian.events.Channel;
import lantian.notification.delivery.CallOutcome;

/**
 * A way to reach a person. Every channel is a folder beside this one with one bean of this type; it
 * makes one call, never tries again by itself, and says what became of it.
 */
public interface MessageChannel {
  Channel channel();

  /** Makes the call and waits for its end, within {@link #longestCall()}. */
  CallOutcome send(OutgoingMessage message);

  /** A call that has not ended by then has been cut off. */
  Duration longestCall();
}
