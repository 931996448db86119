package lantian.tasking.fanout;

import java.time.Duration;

/**
 * How often a chunk that fails is tried, and after which pauses: the first, then twice as long each
 * time, up to the longest.
 */
public record Retrying(int tries, Duration first, Duration longest) {

  /** Whether another try is left after so many. */
  boolean goesOnAfter(int tried) {
    return tried < tries;
  }

  Duration pauseAfter(int tried) {
    var pause = first;
    for (int i = 1; i < tried && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
