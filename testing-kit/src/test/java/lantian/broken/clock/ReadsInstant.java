package lantian.broken.clock;

import java.time.Instant;

/** Breaks the rule on clocks. */
public class ReadsInstant {
  Instant due() {
    return Instant.now();
  }
}
