package lantian.warning.series.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of a series: an hour ({@code at} and concentrations, µg/m³, CO mg/m³) or a day ({@code
 * date}, {@code aqiLow}, {@code aqiHigh}, {@code primaryPollutants}).
 */
public record PointRequest(
    @Nullable String at,
    @Nullable String date,
    @Nullable BigDecimal pm2_5,
    @Nullable BigDecimal pm10,
    @Nullable BigDecimal so2,
    @Nullable BigDecimal no2,
    @Nullable BigDecimal co,
    @Nullable BigDecimal o3,
    @Nullable Integer aqiLow,
    @Nullable Integer aqiHigh,
    @Nullable List<@Nullable String> primaryPollutants) {

  boolean hasConcentrations() {
    return pm2_5 != null || pm10 != null || so2 != null || no2 != null || co != null || o3 != null;
  }

  boolean hasDayValues() {
    return aqiLow != null || aqiHigh != null || primaryPollutants != null;
  }
}
