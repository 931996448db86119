package lantian.warning.publication;

import java.time.Instant;
import java.util.List;
import lantian.events.Pollutant;
import lantian.warning.aqi.AqiCategory;
import org.jspecify.annotations.Nullable;

/**
 * The air of a place at a moment.
 *
 * @param measured the last hour with a valid index; null where there is none of late
 * @param expectedPeak the largest rolling daily AQI that is expected from then on; null where none
 *     is
 */
public record Air(@Nullable MeasuredHour measured, @Nullable Integer expectedPeak) {

  /** One hour's index (HJ 633, 实时报). */
  public record MeasuredHour(
      Instant at, int aqi, AqiCategory category, List<Pollutant> primaryPollutants) {
    public MeasuredHour {
      primaryPollutants = List.copyOf(primaryPollutants);
    }
  }
}
