package lantian.warning.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many people of which body must have given their opinion before a change is approved. */
public record Quorum(Map<ConsultedBody, Integer> opinions) {
  public static final Quorum NONE = new Quorum(Map.of());

  public Quorum {
    Map<ConsultedBody, Integer> sorted = new EnumMap<>(ConsultedBody.class);
    sorted.putAll(opinions);
    opinions = Collections.unmodifiableMap(sorted);
    for (int people : opinions.values()) {
      if (people < 1) {
        throw new IllegalArgumentException("a quorum is of some people, not " + people);
      }
    }
  }

  public int of(ConsultedBody body) {
    return opinions.getOrDefault(body, 0);
  }
}
