package lantian.warning.aqi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * The concentrations of one hour or day, µg/m³, CO mg/m³; a pollutant not in the map is missing.
 */
public record Sample(Map<Pollutant, BigDecimal> values) {

  public Sample {
    EnumMap<Pollutant, BigDecimal> copy = new EnumMap<>(Pollutant.class);
    values.forEach(
        (pollutant, value) -> {
          if (value.signum() < 0 || value.compareTo(Concentration.MAXIMUM) > 0) {
            throw new IllegalArgumentException(pollutant.code() + " out of range: " + value);
          }
          copy.put(pollutant, value);
        });
    values = Collections.unmodifiableMap(copy);
  }

  /** An hour of which nothing is known. */
  public static Sample missing() {
    return new Sample(Map.of());
  }

  public @Nullable BigDecimal value(Pollutant pollutant) {
    return values.get(pollutant);
  }
}
