package lantian.broken.clock;

import java.time.Clock;

/** Breaks the rule on clocks. */
public class OwnsClock {
  Clock clock() {
    return Clock.systemUTC();
  }
}
