package lantian.warning.policy;

import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One alternative for a level: a run of at least {@code hours} over a threshold, which may have to
 * contain another one.
 *
 * @param level {@code NONE}: of a temporary control, below all levels
 * @param threshold the AQI
 * @param inclusive whether reaching the threshold is enough; otherwise it must be exceeded
 */
public record Condition(
    WarningLevel level,
    int threshold,
    boolean inclusive,
    int hours,
    @Nullable Containing containing) {
  private static final int LARGEST_AQI = 500;

  /** A run over a higher threshold inside the other. */
  public record Containing(int threshold, int hours) {}

  public Condition {
    require(threshold > 0 && threshold <= LARGEST_AQI, "threshold " + threshold);
    require(inclusive || threshold < LARGEST_AQI, "no AQI is over " + threshold);
    require(hours >= 24, "a run has at least 24 hours, not " + hours);
    if (containing != null) {
      require(containing.threshold() > threshold, "what is contained has a higher threshold");
      require(containing.threshold() < LARGEST_AQI, "no AQI is over " + containing.threshold());
      require(
          containing.hours() >= 24 && containing.hours() <= hours,
          "contained hours " + containing.hours());
    }
  }

  /** An hour counts when its AQI is larger than this. */
  public int over() {
    return inclusive ? threshold - 1 : threshold;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
