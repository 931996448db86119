package lantian.warning.assessment;

import java.time.Instant;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;

/** What was measured and stored. */
public interface ObservedHours {

  /** The hours from {@code from} up to and including {@code to}; null where none is stored. */
  @Nullable Series between(String jurisdiction, Instant from, Instant to);
}
