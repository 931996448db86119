package lantian.warning.assessment;

import java.time.Instant;
import lantian.events.Mode;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;

/** What was measured and stored, live or in the drill that is open. */
public interface ObservedHours {

  /** The hours from {@code from} up to and including {@code to}; null where none is stored. */
  @Nullable Series seriesBetween(String jurisdiction, Mode mode, Instant from, Instant to);
}
