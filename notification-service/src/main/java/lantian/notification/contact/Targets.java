package lantian.notification.contact;

import java.util.Optional;
import lantian.events.Channel;

/** Knows which addresses a channel may be given. */
public interface Targets {
  Channel channel();

  /** Whether messages can leave by this channel here at all. */
  boolean areReachable();

  /** Why this address may not be called, if so. */
  Optional<TargetObjection> objectionTo(String target);
}
