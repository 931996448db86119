package lantian.warning.proposal;

import java.time.Instant;
import java.util.Optional;
import lantian.events.Mode;

/** What places are ordered to be at. */
public interface OrderedLevels {

  /** The strictest order that holds now. */
  Optional<OrderedLevel> of(String jurisdiction, Mode mode, Instant now);
}
