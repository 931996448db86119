package lantian.reporting.episode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * One measured hour as last told: a posting with a greater version corrects an earlier one.
 *
 * @param aqi of the hour; {@code rollingAqi} of the 24 hours that end with it
 */
public record MeasuredHour(
    UUID eventId,
    Mode mode,
    String jurisdiction,
    long version,
    Instant at,
    Map<Pollutant, BigDecimal> values,
    @Nullable Integer aqi,
    @Nullable Integer rollingAqi,
    List<Pollutant> primaryPollutants) {
  public MeasuredHour {
    values = Map.copyOf(values);
    primaryPollutants = List.copyOf(primaryPollutants);
  }
}
