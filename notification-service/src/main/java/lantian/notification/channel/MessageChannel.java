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

  /**
   * Makes the call and waits for its end, within {@link #longestCall()}. What makes it a message
   * leaves until {@code latest} (by {@link System#nanoTime}) or not at all: a process that stood
   * still for longer was taken for dead, and another one may have sent the message in its place.
   */
  CallOutcome send(OutgoingMessage message, long latest);

  /** A call that has not ended by then has been cut off. */
  Duration longestCall();
}
