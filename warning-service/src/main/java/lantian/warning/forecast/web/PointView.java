package lantian.warning.forecast.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.DailyPoint;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;

/** A point of a stored run, as it was posted; what was missing is missing here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PointView(
    @Nullable OffsetDateTime at,
    @Nullable LocalDate date,
    @Nullable BigDecimal pm2_5,
    @Nullable BigDecimal pm10,
    @Nullable BigDecimal so2,
    @Nullable BigDecimal no2,
    @Nullable BigDecimal co,
    @Nullable BigDecimal o3,
    @Nullable Integer aqiLow,
    @Nullable Integer aqiHigh,
    @Nullable List<Pollutant> primaryPollutants) {

  static List<PointView> of(Points points) {
    return switch (points) {
      case Points.Hourly(var hours) -> hours.stream().map(PointView::of).toList();
      case Points.Daily(var days) -> days.stream().map(PointView::of).toList();
    };
  }

  private static PointView of(HourlyPoint hour) {
    Sample sample = hour.sample();
    return new PointView(
        ChinaTime.at(hour.at()),
        null,
        sample.value(Pollutant.PM2_5),
        sample.value(Pollutant.PM10),
        sample.value(Pollutant.SO2),
        sample.value(Pollutant.NO2),
        sample.value(Pollutant.CO),
        sample.value(Pollutant.O3),
        null,
        null,
        null);
  }

  private static PointView of(DailyPoint day) {
    return new PointView(
        null,
        day.date(),
        null,
        null,
        null,
        null,
        null,
        null,
        day.aqiLow(),
        day.aqiHigh(),
        day.primaryPollutants());
  }
}
