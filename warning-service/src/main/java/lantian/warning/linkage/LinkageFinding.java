package lantian.warning.linkage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * Enough places of a region, side by side, reach a level together.
 *
 * @param level that each of them reaches
 * @param text what was found, and what is asked of whom
 */
public record LinkageFinding(Region region, WarningLevel level, List<Evidence> places, Text text) {
  public LinkageFinding {
    places = List.copyOf(places);
  }

  /**
   * Why a place counts.
   *
   * @param judged its level by its latest forecast and what was measured
   * @param peakAqi the largest rolling daily AQI of the run that gave the level
   * @param inForce of its warning, or of one that binds it
   * @param isToRaise whether it is warned by this platform, below the level
   */
  public record Evidence(
      String code,
      Text name,
      WarningLevel judged,
      @Nullable Instant from,
      @Nullable Instant to,
      int peakAqi,
      @Nullable UUID forecastId,
      String policy,
      WarningLevel inForce,
      boolean isToRaise) {}

  /** Those whose offices are asked to raise. */
  public List<Evidence> toRaise() {
    return places.stream().filter(Evidence::isToRaise).toList();
  }
}
