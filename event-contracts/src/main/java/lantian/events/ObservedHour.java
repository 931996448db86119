package lantian.events;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured hour: the concentrations that were given (a missing pollutant is absent), the AQI of
 * the hour, and the rolling daily AQI over the 24 hours that end with it; null where it cannot be
 * computed.
 */
public record ObservedHour(
    OffsetDateTime at,
    Map<Pollutant, BigDecimal> values,
    @Nullable Integer aqi,
    @Nullable Integer rollingAqi,
    List<Pollutant> primaryPollutants) {

  public ObservedHour {
    requireNonNull(at, "at");
    values = Map.copyOf(values);
    primaryPollutants = List.copyOf(primaryPollutants);
  }
}
