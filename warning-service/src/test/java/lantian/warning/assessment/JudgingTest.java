package lantian.warning.assessment;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.SeriesOf.hour;
import static lantian.warning.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.events.Cause;
import lantian.events.Pollutant;
import lantian.events.Response;
import lantian.warning.SeriesOf;
import lantian.warning.aqi.Sample;
import lantian.warning.series.DailyPoint;
import lantian.warning.series.DailyValue;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series judged by itself: runs, levels, cause and response. */
class JudgingTest {

  @ParameterizedTest
  @CsvSource({"23, NONE", "24, YELLOW", "25, YELLOW", "47, YELLOW", "48, ORANGE", "49, ORANGE"})
  void aRunOver200HasTheLevelOfItsLength(int length, String level) {
    Assessment assessment = judge(hours().clean(24).heavy(length).clean(24));
    assertThat(assessment.level()).hasToString(level);
    List<Run> runs = runsOver200(assessment);
    assertThat(runs).hasSize(length < 24 ? 0 : 1);
    for (Run run : runs) {
      assertThat(run.hours()).isEqualTo(length);
      assertThat(run.from()).isEqualTo(hour(24));
      assertThat(run.to()).isEqualTo(hour(24 + length - 1));
      assertThat(run.peakAqi()).isEqualTo(202);
    }
  }

  @ParameterizedTest
  @CsvSource({"47, NONE", "48, YELLOW", "49, YELLOW", "71, YELLOW", "72, ORANGE", "73, ORANGE"})
  void aRunOver150HasTheLevelOfItsLength(int length, String level) {
    Series series = hours().clean(24).of(Pollutant.PM2_5, 117, length).clean(24).series();
    assertThat(JUDGING.judge(series, NATIONAL_2024, null).level()).hasToString(level);
  }

  @ParameterizedTest
  @CsvSource({"24, 23, ORANGE", "23, 25, ORANGE", "24, 24, RED", "25, 24, RED"})
  void redIsARunOf72HoursThatContainsOneOf24Over300(int severe, int after, String level) {
    SeriesOf series = hours().clean(24).heavy(24).severe(severe).heavy(after).clean(24);
    Assessment assessment = judge(series);
    assertThat(assessment.level()).hasToString(level);
    assertThat(runsOver200(assessment)).extracting(Run::hours).containsExactly(24 + severe + after);
    assertThat(assessment.conditions().getLast().contained())
        .extracting(Run::hours)
        .isEqualTo(severe < 24 ? List.of() : List.of(severe));
  }

  @ParameterizedTest
  @CsvSource({"11, 1, ORANGE", "12, 1, ORANGE", "13, 2, YELLOW"})
  void runsAreOneUpTo36HoursApart(int cleanHours, int runs, String level) {
    // The last hour over 200 of the first and the first one of the second: clean hours + 24.
    Assessment assessment =
        judge(hours().clean(24).heavy(24).clean(cleanHours).heavy(24).clean(24));
    assertThat(runsOver200(assessment)).hasSize(runs);
    assertThat(assessment.level()).hasToString(level);
    assertThat(runsOver200(assessment).getFirst().from()).isEqualTo(hour(24));
    assertThat(runsOver200(assessment).getFirst().to())
        .isEqualTo(runs == 1 ? hour(24 + 24 + cleanHours + 24 - 1) : hour(47));
  }

  @Test
  void hoursWithoutAnIndexAreNotOverAnything() {
    assertThat(runsOver200(judge(hours().heavy(24).missing(12).heavy(24)))).hasSize(1);
    assertThat(runsOver200(judge(hours().heavy(24).missing(60).heavy(24)))).hasSize(2);
    Assessment nothing = judge(hours().missing(168));
    assertThat(nothing.level()).isEqualTo(NONE);
    assertThat(nothing.from()).isNull();
    assertThat(nothing.cause()).isNull();
    assertThat(nothing.response()).isNull();
  }

  @Test
  void aSeriesOfFewerThan24HoursIsJudgedAsNoLevel() {
    assertThat(judge(hours().severe(1)).level()).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({"47, NONE", "48, YELLOW", "71, YELLOW", "72, ORANGE", "120, ORANGE"})
  void by2018TheHoursAreLonger(int length, String level) {
    Series series = hours().clean(24).heavy(length).clean(24).series();
    assertThat(JUDGING.judge(series, NATIONAL_2018, null).level()).hasToString(level);
  }

  @ParameterizedTest
  @CsvSource({"48, 23, ORANGE", "47, 25, ORANGE", "48, 24, RED"})
  void by2018RedIsARunOf96HoursWith48Over300(int severe, int after, String level) {
    SeriesOf series = hours().clean(24).heavy(24).severe(severe).heavy(after).clean(24);
    assertThat(JUDGING.judge(series.series(), NATIONAL_2018, null).level()).hasToString(level);
  }

  @Test
  void by2018AnIndexOf500IsRedAtOnce() {
    Series at500 = hours().clean(24).of(Pollutant.PM2_5, 500, 24).clean(24).series();
    Assessment red = JUDGING.judge(at500, NATIONAL_2018, null);
    assertThat(red.level()).isEqualTo(RED);
    JudgedCondition condition = red.conditions().getLast();
    assertThat(condition.satisfied()).isTrue();
    assertThat(condition.condition().threshold()).isEqualTo(500);
    Series below = hours().clean(24).of(Pollutant.PM2_5, 498, 24).clean(24).series();
    assertThat(JUDGING.judge(below, NATIONAL_2018, null).level()).isEqualTo(YELLOW);
  }

  @Test
  void conditionsAreListedFromLowToHighOneForEachAlternative() {
    assertThat(judge(hours().clean(48)).conditions())
        .extracting(c -> c.condition().level() + " " + c.condition().threshold())
        .containsExactly("YELLOW 200", "YELLOW 150", "ORANGE 200", "ORANGE 150", "RED 200");
  }

  @Test
  void theEarliestRunThatIsEnoughGivesFromAndTo() {
    Assessment assessment = judge(hours().heavy(48).clean(48).heavy(72).clean(24));
    assertThat(assessment.level()).isEqualTo(ORANGE);
    assertThat(assessment.from()).isEqualTo(hour(0));
    assertThat(assessment.to()).isEqualTo(hour(47));
  }

  @Test
  void aDailyForecastIsTakenAt24HoursADay() {
    Assessment two = judgeDays(90, 210, 210, 90);
    assertThat(two.level()).isEqualTo(ORANGE);
    assertThat(two.from()).isEqualTo(OffsetDateTime.parse("2026-11-03T00:00+08:00").toInstant());
    assertThat(two.to()).isEqualTo(OffsetDateTime.parse("2026-11-04T23:00+08:00").toInstant());
    assertThat(runsOver200(two)).extracting(Run::hours).containsExactly(48);
    assertThat(judgeDays(210).level()).isEqualTo(YELLOW);
    assertThat(judgeDays(210, 310, 210).level()).isEqualTo(RED);
  }

  @Test
  void oneCleanDayDoesNotEndARunOfDaysTwoDo() {
    Assessment one = judgeDays(210, 90, 210);
    assertThat(runsOver200(one)).extracting(Run::hours).containsExactly(72);
    Assessment two = judgeDays(210, 90, 90, 210);
    assertThat(runsOver200(two)).extracting(Run::hours).containsExactly(24, 24);
  }

  @Test
  void measuredHoursAndForecastDaysAreOneSeries() {
    // Measured up to 11-02 15:00, heavy since 11-01 16:00; days from 11-02 on.
    Series observed = hours().clean(16).heavy(24).series();
    Series forecast = days(90, 210, 90);
    Series joined = Series.joining(observed, hour(39), forecast);
    Assessment assessment = JUDGING.judge(joined, NATIONAL_2024, null);
    assertThat(assessment.from()).isEqualTo(hour(16));
    assertThat(assessment.to()).isEqualTo(hour(71));
    assertThat(runsOver200(assessment)).extracting(Run::hours).containsExactly(56);
  }

  @Test
  void theCauseIsTheMostFrequentPrimaryPollutantOfTheRun() {
    assertThat(judge(hours().heavy(30)).cause()).isEqualTo(Cause.PARTICULATE);
    assertThat(judge(hours().of(Pollutant.PM10, 400, 30)).cause()).isEqualTo(Cause.PARTICULATE);
    assertThat(judge(hours().of(Pollutant.NO2, 400, 30)).cause()).isEqualTo(Cause.OTHER);
    Assessment ozone = judge(hours().of(Pollutant.O3, 400, 30));
    assertThat(ozone.cause()).isEqualTo(Cause.OZONE);
    assertThat(ozone.response()).isEqualTo(Response.HEALTH_NOTICE_AND_SUPERVISION);
  }

  @Test
  void onATieTheCauseIsParticulate() {
    Sample tie =
        new Sample(Map.of(Pollutant.PM2_5, new BigDecimal(250), Pollutant.O3, new BigDecimal(800)));
    assertThat(judge(hours().add(tie, 48)).cause()).isEqualTo(Cause.PARTICULATE);
  }

  @Test
  void dustWildfireAndForeignPollutionAreCausesOnlyByTheForecastersMark() {
    Series series = hours().of(Pollutant.PM10, 400, 30).series();
    for (Cause mark : List.of(Cause.DUST, Cause.WILDFIRE, Cause.CROSS_BORDER)) {
      Assessment marked = JUDGING.judge(series, NATIONAL_2024, mark);
      assertThat(marked.cause()).isEqualTo(mark);
      assertThat(marked.response()).isEqualTo(Response.HEALTH_NOTICE);
      assertThat(marked.level()).isEqualTo(YELLOW);
    }
  }

  private static List<Run> runsOver200(Assessment assessment) {
    return assessment.conditions().getFirst().runs();
  }

  private static Assessment judge(SeriesOf series) {
    return JUDGING.judge(series.series(), NATIONAL_2024, null);
  }

  private static Assessment judgeDays(int... aqi) {
    return JUDGING.judge(days(aqi), NATIONAL_2024, null);
  }

  /** Days from 2026-11-02 on. */
  private static Series days(int... aqi) {
    List<DailyPoint> points = new ArrayList<>();
    for (int value : aqi) {
      LocalDate date = LocalDate.of(2026, 11, 2).plusDays(points.size());
      points.add(new DailyPoint(date, null, value, List.of(Pollutant.PM2_5)));
    }
    return Series.daily(points, DailyValue.UPPER);
  }
}
