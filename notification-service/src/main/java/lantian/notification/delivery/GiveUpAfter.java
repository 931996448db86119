package lantian.notification.delivery;

import java.time.Duration;
import java.util.Map;
import lantian.events.DeliveryPurpose;

/** How long a message is tried, by its purpose, in machine time. */
public record GiveUpAfter(Map<DeliveryPurpose, Duration> byPurpose) {
  public GiveUpAfter {
    byPurpose = Map.copyOf(byPurpose);
    for (var purpose : DeliveryPurpose.values()) {
      if (!byPurpose.containsKey(purpose)) {
        throw new IllegalArgumentException("how long is " + purpose + " tried?");
      }
    }
  }

  Duration of(DeliveryPurpose purpose) {
    var after = byPurpose.get(purpose);
    if (after == null) {
      throw new IllegalStateException("unreachable: every purpose has one");
    }
    return after;
  }
}
