package lantian.warning.series;

import java.time.Instant;
import lantian.warning.aqi.Sample;

/** The concentrations of the hour named {@code at}, a full hour. */
public record HourlyPoint(Instant at, Sample sample) {
  private static final int SECONDS = 3600;

  public HourlyPoint {
    if (at.getNano() != 0 || Math.floorMod(at.getEpochSecond(), SECONDS) != 0) {
      throw new IllegalArgumentException("not a full hour: " + at);
    }
  }
}
