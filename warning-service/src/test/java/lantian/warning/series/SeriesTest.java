package lantian.warning.series;

import static lantian.warning.SeriesOf.hour;
import static lantian.warning.SeriesOf.hours;
import static lantian.warning.SeriesOf.hoursFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import org.junit.jupiter.api.Test;

/** Series, and how what was measured and what is forecast become one. */
class SeriesTest {

  @Test
  void hoursInBetweenThatAreNotGivenAreMissing() {
    Series series = Series.hourly(List.of(point(0, 10), point(3, 40)));
    assertThat(series.hours()).isEqualTo(4);
    assertThat(series.millionths(Pollutant.PM2_5))
        .containsExactly(10_000_000, Series.MISSING, Series.MISSING, 40_000_000);
  }

  @Test
  void whatWasMeasuredUpToNowStandsBeforeTheForecast() {
    Series observed = hours().of(Pollutant.PM2_5, 1, 6).series();
    Series forecast = hours().of(Pollutant.PM2_5, 2, 10).series();
    Series joined = Series.joining(observed, hour(3), forecast);
    assertThat(joined.millionths(Pollutant.PM2_5))
        .containsExactly(millionths(1, 1, 1, 1, 2, 2, 2, 2, 2, 2));
  }

  @Test
  void anHourThatWasNotMeasuredIsTakenFromTheForecast() {
    Series observed = hours().of(Pollutant.PM2_5, 1, 2).missing(1).series();
    Series forecast = hours().of(Pollutant.PM2_5, 2, 5).series();
    assertThat(Series.joining(observed, hour(2), forecast).millionths(Pollutant.PM2_5))
        .containsExactly(millionths(1, 1, 2, 2, 2));
    assertThat(Series.joining(null, hour(2), forecast).hours()).isEqualTo(5);
    assertThat(Series.joining(observed, hour(2), null).hours()).isEqualTo(3);
  }

  @Test
  void aForecastThatBeginsLaterLeavesMissingHours() {
    Series observed = hours().of(Pollutant.PM2_5, 1, 2).series();
    Series forecast = hoursFrom("2026-11-01T03:00+08:00").of(Pollutant.PM2_5, 2, 1).series();
    assertThat(Series.joining(observed, hour(1), forecast).millionths(Pollutant.PM2_5))
        .containsExactly(1_000_000, 1_000_000, Series.MISSING, 2_000_000);
  }

  @Test
  void whatIsMeasuredAfterNowIsNotKnownYet() {
    Series observed = hours().of(Pollutant.PM2_5, 1, 6).series();
    assertThat(Series.joining(observed, hour(3), null).last()).isEqualTo(hour(3));
    Series forecast = hours().of(Pollutant.PM2_5, 2, 2).series();
    Instant before = hour(0).minusSeconds(1);
    assertThat(Series.joining(observed, before, forecast).millionths(Pollutant.PM2_5))
        .containsExactly(millionths(2, 2));
  }

  @Test
  void aDayHasItsValueAtAllItsHours() {
    Series series =
        Series.daily(
            List.of(new DailyPoint(LocalDate.of(2026, 11, 2), 100, 151, List.of())),
            DailyValue.MEAN);
    assertThat(series.hours()).isEqualTo(24);
    assertThat(series.first()).isEqualTo(hour(24));
    assertThat(series.isDaily(0)).isTrue();
    assertThat(series.dayAqi(23)).as("the mean of 100 and 151, rounded up").isEqualTo(126);
    assertThat(series.startOfDay(23)).isZero();
  }

  @Test
  void onlyFullHoursAndSensibleValuesArePoints() {
    assertThatThrownBy(() -> new HourlyPoint(hour(0).plusSeconds(1), Sample.missing()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> point(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DailyPoint(LocalDate.of(2026, 11, 2), 60, 50, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Series.hourly(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static HourlyPoint point(int hour, int pm25) {
    return new HourlyPoint(
        hour(hour), new Sample(Map.of(Pollutant.PM2_5, BigDecimal.valueOf(pm25))));
  }

  private static long[] millionths(long... values) {
    return java.util.Arrays.stream(values).map(value -> value * 1_000_000).toArray();
  }
}
