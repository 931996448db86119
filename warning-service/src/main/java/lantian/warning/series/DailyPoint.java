package lantian.warning.series;

import java.time.LocalDate;
import java.util.List;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one natural day.
 *
 * @param aqiLow lower bound of the day's AQI; null where only one number was given
 * @param aqiHigh upper bound, 0 to 500
 */
public record DailyPoint(
    LocalDate date, @Nullable Integer aqiLow, int aqiHigh, List<Pollutant> primaryPollutants) {
  public static final int LARGEST_AQI = 500;

  public DailyPoint {
    if (aqiHigh < 0 || aqiHigh > LARGEST_AQI) {
      throw new IllegalArgumentException("aqiHigh out of range: " + aqiHigh);
    }
    if (aqiLow != null && (aqiLow < 0 || aqiLow > aqiHigh)) {
      throw new IllegalArgumentException("aqiLow out of range: " + aqiLow);
    }
    primaryPollutants = List.copyOf(primaryPollutants);
  }

  int value(DailyValue which) {
    return which == DailyValue.UPPER || aqiLow == null
        ? aqiHigh
        : Math.ceilDiv(aqiLow + aqiHigh, 2);
  }
}
