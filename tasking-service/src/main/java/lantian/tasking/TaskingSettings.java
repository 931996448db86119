package lantian.tasking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings {@code lantian.tasking.*}. All durations are machine time. */
@ConfigurationProperties("lantian.tasking")
public record TaskingSettings(FanOut fanOut) {

  /**
   * How much of a fan-out is written at a time, by how many workers, how long a claim holds, and
   * how often and after which pauses a chunk that fails is tried again.
   */
  public record FanOut(
      int unitsPerChunk,
      int workers,
      Duration poll,
      Duration lease,
      int tries,
      Duration firstPause,
      Duration longestPause) {}
}
