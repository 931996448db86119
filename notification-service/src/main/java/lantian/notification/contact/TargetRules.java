package lantian.notification.contact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantian.events.Channel;
import org.springframework.stereotype.Service;

/** What each channel says of an address. */
@Service
public class TargetRules {
  private final Map<Channel, Targets> byChannel = new EnumMap<>(Channel.class);

  TargetRules(List<Targets> all) {
    all.forEach(targets -> byChannel.put(targets.channel(), targets));
  }

  /** Whether messages can leave by this channel. */
  public boolean reach(Channel channel) {
    var targets = byChannel.get(channel);
    return targets != null && targets.areReachable();
  }

  /** Why this address may not be called by this channel, if so. */
  public Optional<TargetObjection> objectionTo(Channel channel, String target) {
    var targets = byChannel.get(channel);
    return targets == null ? Optional.of(TargetObjection.NOT_A_URL) : targets.objectionTo(target);
  }
}
