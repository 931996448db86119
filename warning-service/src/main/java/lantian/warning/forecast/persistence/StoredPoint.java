package lantian.warning.forecast.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.DailyPoint;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;

/** A point of a run as the column {@code points} holds it: an hour or a day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredPoint(
    @Nullable Instant at,
    @Nullable Map<Pollutant, BigDecimal> values,
    @Nullable LocalDate date,
    @Nullable Integer aqiLow,
    @Nullable Integer aqiHigh,
    @Nullable List<Pollutant> primaryPollutants) {

  /** Days; of hours only those stored before there were columns for them look like this. */
  static List<StoredPoint> of(Points.Daily points) {
    return points.points().stream()
        .map(
            d ->
                new StoredPoint(
                    null, null, d.date(), d.aqiLow(), d.aqiHigh(), d.primaryPollutants()))
        .toList();
  }

  static Points read(List<StoredPoint> points) {
    return points.getFirst().at() == null
        ? new Points.Daily(points.stream().map(StoredPoint::day).toList())
        : new Points.Hourly(points.stream().map(StoredPoint::hour).toList());
  }

  private HourlyPoint hour() {
    if (at == null || values == null) {
      throw new IllegalStateException("a stored hour without its time or values");
    }
    return new HourlyPoint(at, new Sample(values.isEmpty() ? Map.of() : new EnumMap<>(values)));
  }

  private DailyPoint day() {
    if (date == null || aqiHigh == null) {
      throw new IllegalStateException("a stored day without its date or AQI");
    }
    return new DailyPoint(
        date, aqiLow, aqiHigh, primaryPollutants == null ? List.of() : primaryPollutants);
  }
}
