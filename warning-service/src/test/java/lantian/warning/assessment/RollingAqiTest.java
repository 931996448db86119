package lantian.warning.assessment;

import static lantian.warning.Rules.HJ633_2012;
import static lantian.warning.Rules.HJ633_2026;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.RealData;
import lantian.warning.SeriesOf;
import lantian.warning.aqi.AqiKind;
import lantian.warning.aqi.Sample;
import lantian.warning.series.DailyPoint;
import lantian.warning.series.DailyValue;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The daily AQI over 24 consecutive hours. */
class RollingAqiTest {

  @Test
  void thereIsNoValueBeforeTheFirstFullWindow() {
    assertThat(rolling(SeriesOf.hours().heavy(23)).hours()).isEmpty();
    List<AqiAt> hours = rolling(SeriesOf.hours().heavy(25)).hours();
    assertThat(hours).extracting(AqiAt::at).containsExactly(SeriesOf.hour(23), SeriesOf.hour(24));
    assertThat(hours).extracting(AqiAt::aqi).containsExactly(202, 202);
  }

  @Test
  void aMeanNeedsTwentyHourlyValues() {
    assertThat(last(SeriesOf.hours().missing(4).heavy(20)).aqi()).isEqualTo(202);
    assertThat(last(SeriesOf.hours().missing(5).heavy(19)).aqi()).isNull();
  }

  @Test
  void theWindowForgetsWhatLiesBeforeIt() {
    assertThat(last(SeriesOf.hours().severe(100).heavy(24)).aqi()).isEqualTo(202);
    assertThat(last(SeriesOf.hours().heavy(100).missing(5)).aqi()).isNull();
  }

  @Test
  void anEightHourMeanNeedsSixValuesAndTheirMaximumFourteenMeans() {
    assertThat(last(SeriesOf.hours().missing(5).of(Pollutant.O3, 215, 19)).aqi()).isEqualTo(150);
    assertThat(last(SeriesOf.hours().missing(6).of(Pollutant.O3, 215, 18)).aqi()).isNull();
  }

  @Test
  void onlyEightHourMeansWhollyInsideTheWindowCount() {
    SeriesOf eightBadHours = SeriesOf.hours().of(Pollutant.O3, 265, 8).of(Pollutant.O3, 0, 16);
    assertThat(last(eightBadHours).aqi()).isEqualTo(200);
    // One hour on, seven of them are left in the window: 7 × 265 / 8 = 231.875.
    assertThat(last(eightBadHours.of(Pollutant.O3, 0, 1)).aqi())
        .isEqualTo(HJ633_2026.judge(sample(Pollutant.O3, 232), AqiKind.DAILY).aqi());
  }

  @Test
  void meansAreRoundedHalfToEven() {
    SeriesOf even = SeriesOf.hours().of(Pollutant.PM2_5, 150, 12).of(Pollutant.PM2_5, 151, 12);
    assertThat(last(even).aqi()).as("150.5 is 150").isEqualTo(200);
    SeriesOf odd = SeriesOf.hours().of(Pollutant.PM2_5, 151, 12).of(Pollutant.PM2_5, 152, 12);
    assertThat(last(odd).aqi()).as("151.5 is 152").isEqualTo(202);
  }

  @Test
  void aWindowWithoutAValidPollutantHasNoIndex() {
    AqiAt hour = last(SeriesOf.hours().missing(24));
    assertThat(hour.aqi()).isNull();
    assertThat(hour.primaryPollutants()).isEmpty();
  }

  @Test
  void theDateOfTheHourChoosesTheStandard() {
    SeriesOf night = SeriesOf.hoursFrom("2026-02-28T00:00+08:00").of(Pollutant.PM2_5, 60, 25);
    assertThat(rolling(night).hours()).extracting(AqiAt::aqi).containsExactly(82, 100);
  }

  @Test
  void ozoneAboveItsTableCountsAsTheNotesSay() {
    SeriesOf by2026 = SeriesOf.hours().of(Pollutant.O3, 900, 24);
    assertThat(last(by2026).aqi()).isEqualTo(300);
    SeriesOf by2012 = SeriesOf.hoursFrom("2016-12-01T00:00+08:00").of(Pollutant.O3, 900, 24);
    assertThat(last(by2012).aqi()).as("by the one-hour value").isEqualTo(350);
  }

  @Test
  void primaryPollutantsAreNamedAboveFifty() {
    assertThat(last(SeriesOf.hours().of(Pollutant.PM2_5, 35, 24)).primaryPollutants()).isEmpty();
    assertThat(last(SeriesOf.hours().of(Pollutant.PM10, 51, 24)).primaryPollutants())
        .containsExactly(Pollutant.PM10);
  }

  @Test
  void aDailyForecastHasOneValueADay() {
    DailyPoint day = new DailyPoint(LocalDate.of(2026, 11, 2), 180, 221, List.of(Pollutant.PM2_5));
    AqiAt upper = days(Series.daily(List.of(day), DailyValue.UPPER)).getFirst();
    assertThat(upper.aqi()).isEqualTo(221);
    assertThat(upper.at()).isEqualTo(OffsetDateTime.parse("2026-11-02T23:00+08:00").toInstant());
    assertThat(upper.primaryPollutants()).containsExactly(Pollutant.PM2_5);
    assertThat(days(Series.daily(List.of(day), DailyValue.MEAN)).getFirst().aqi()).isEqualTo(201);
  }

  /** The same by plain fractions, window by window, over both real episodes. */
  @Test
  void everyWindowOfTheRealEpisodesIsExact() {
    for (String episode : List.of("2016-12", "2015-11")) {
      List<HourlyPoint> points = RealData.changping(episode);
      List<AqiAt> hours = RollingAqi.of(Series.hourly(points), STANDARDS::on).hours();
      assertThat(hours).hasSize(points.size() - 23);
      for (int h = 23; h < points.size(); h++) {
        AqiAt hour = hours.get(h - 23);
        var expected = HJ633_2012.judge(plainly(points.subList(h - 23, h + 1)), AqiKind.DAILY);
        assertThat(hour.aqi()).as("%s %s", episode, hour.at()).isEqualTo(expected.aqi());
        assertThat(hour.primaryPollutants()).isEqualTo(expected.primaryPollutants());
      }
    }
  }

  private static Sample plainly(List<HourlyPoint> window) {
    EnumMap<Pollutant, BigDecimal> means = new EnumMap<>(Pollutant.class);
    for (Pollutant pollutant : Pollutant.values()) {
      BigDecimal mean = pollutant == Pollutant.O3 ? ozone(window) : mean(window, pollutant, 20);
      if (mean != null) {
        means.put(pollutant, mean);
      }
    }
    return new Sample(means);
  }

  private static @Nullable BigDecimal ozone(List<HourlyPoint> window) {
    List<BigDecimal> means = new ArrayList<>();
    for (int end = 8; end <= window.size(); end++) {
      BigDecimal mean = mean(window.subList(end - 8, end), Pollutant.O3, 6);
      if (mean != null) {
        means.add(mean);
      }
    }
    return means.size() < 14 ? null : means.stream().max(BigDecimal::compareTo).orElse(null);
  }

  private static @Nullable BigDecimal mean(
      List<HourlyPoint> hours, Pollutant pollutant, int needed) {
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (HourlyPoint hour : hours) {
      BigDecimal value = hour.sample().value(pollutant);
      if (value != null) {
        sum = sum.add(value);
        count++;
      }
    }
    return count < needed ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
  }

  private static List<AqiAt> days(Series series) {
    return RollingAqi.of(series, STANDARDS::on).days();
  }

  private static RollingAqi rolling(SeriesOf series) {
    return RollingAqi.of(series.series(), STANDARDS::on);
  }

  private static AqiAt last(SeriesOf series) {
    return rolling(series).hours().getLast();
  }

  private static Sample sample(Pollutant pollutant, int value) {
    return new Sample(Map.of(pollutant, BigDecimal.valueOf(value)));
  }
}
