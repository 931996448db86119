package lantian.warning.backtest;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.RealData;
import lantian.warning.Rules;
import lantian.warning.Seasons;
import lantian.warning.SeriesOf;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.Phrases;
import lantian.warning.damping.DampingChange;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.APolicy;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A season by two policies. */
class BackTestingTest {
  private static final PerfectForecasts DAILY = new PerfectForecasts(16, 168);
  private static final BackTesting BACK_TESTING =
      new BackTesting(JUDGING, new DampingChange(JUDGING), DAILY);

  @Test
  void theRealEpisodesComeOutAsPlayedDayByDay() {
    BackTest december = changping("2016-12");
    assertThat(changes(december.tried()))
        .isEqualTo(
            "12-09 ORANGE, 12-14 NONE, 12-15 RED, 12-23 YELLOW, 12-26 NONE, 12-28 RED, 01-08 NONE");
    assertThat(changes(changping("2015-11").tried()))
        .isEqualTo(
            "11-25 RED, 12-02 ORANGE, 12-03 NONE, 12-04 ORANGE, 12-11 YELLOW, 12-15 NONE, "
                + "12-17 ORANGE, 12-18 RED, 12-27 YELLOW, 12-30 ORANGE, 01-04 NONE");
    assertThat(december.tried().warnings())
        .extracting(PlayedWarning::highest)
        .containsExactly(WarningLevel.ORANGE, WarningLevel.RED, WarningLevel.RED);
    assertThat(december.tried().days().get(1))
        .isEqualTo(new PlayedDay(LocalDate.of(2016, 12, 9), WarningLevel.ORANGE, false));
    assertThat(december.tried().days().get(6).level())
        .as("lifted on the 14th, in force until then")
        .isEqualTo(WarningLevel.ORANGE);
    assertThat(december.tried().days().getFirst().level()).isEqualTo(WarningLevel.NONE);
    assertThat(december.dailyAqi()).hasSize(36);
  }

  /** Perfect forecasts agree with one another: what is asked of them makes no difference. */
  @Test
  void runsThatAgreeAreNotDamped() {
    Policy damped = APolicy.with("raiseRuns: 1, lowerRuns: 1", "raiseRuns: 2, lowerRuns: 2");
    BackTest december =
        BACK_TESTING.compare(Series.hourly(RealData.changping("2016-12")), damped, NATIONAL_2024);
    assertThat(changes(december.tried())).isEqualTo(changes(december.against()));
    Policy five =
        APolicy.with(
            "raiseRuns: 1, lowerRuns: 1",
            "raiseRuns: 1, lowerRuns: 5",
            "withinHours: 72",
            "withinHours: 120");
    PlayedSeason late =
        BACK_TESTING
            .compare(
                SeriesOf.hoursFrom("2025-01-01T00:00+08:00").heavy(60).clean(200).series(),
                five,
                NATIONAL_2024)
            .tried();
    assertThat(changes(late)).as("five runs, so five days").isEqualTo("01-01 ORANGE, 01-05 NONE");
  }

  /**
   * Whatever the air, the history and the standard: as if each day's series had been judged alone.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachDayIsJudgedAsIfItWereAlone(long seed) {
    Instant start =
        OffsetDateTime.parse(seed % 2 == 0 ? "2026-01-20T07:00+08:00" : "2024-10-01T00:00+08:00")
            .toInstant();
    List<HourlyPoint> points = Seasons.drawn(seed, start, 1_900 + (int) seed);
    Policy policy =
        switch ((int) (seed % 4)) {
          case 0 -> NATIONAL_2018;
          case 1 -> NATIONAL_2024;
          case 2 -> APolicy.with("historyHours: 720", "historyHours: 24");
          default -> APolicy.with("aqiStandard: by-date", "aqiStandard: HJ633-2026");
        };
    PlayedSeason played =
        BACK_TESTING.compare(Series.hourly(points), policy, NATIONAL_2018).tried();
    assertThat(changes(played)).isEqualTo(changesOfEachDayAlone(points, policy));
    assertThat(played.changes()).isNotEmpty();
  }

  private static String changesOfEachDayAlone(List<HourlyPoint> points, Policy policy) {
    List<String> changes = new ArrayList<>();
    WarningLevel inForce = WarningLevel.NONE;
    for (int h = 0; h < points.size(); h++) {
      Instant now = points.get(h).at();
      if (ChinaTime.at(now).getHour() != DAILY.hourOfDay()) {
        continue;
      }
      int from = Math.max(0, h - policy.historyHours());
      int end = Math.min(points.size(), h + 1 + DAILY.hours());
      Series forecast = h + 1 < end ? Series.hourly(points.subList(h + 1, end)) : null;
      Series series = Series.joining(Series.hourly(points.subList(from, h + 1)), now, forecast);
      LiveJudgement judgement = JUDGING.judgeLive(series, policy, now, inForce, null);
      if (judgement.change() != null) {
        inForce = judgement.toLevel();
        changes.add(change(now, inForce));
      }
    }
    return String.join(", ", changes);
  }

  @Test
  void theDifferenceIsSaidYearByYear() {
    BackTest test =
        BACK_TESTING.compare(
            Series.hourly(RealData.changping("2016-12")), NATIONAL_2018, NATIONAL_2024);
    TellingBackTest telling = new TellingBackTest(DAILY);
    assertThat(changes(test.tried()))
        .isEqualTo("12-09 YELLOW, 12-14 NONE, 12-15 RED, 12-23 NONE, 12-28 RED, 01-08 NONE");
    assertThat(telling.differences(test, Phrases.CHINESE))
        .containsExactly(
            "全时段：national-2018@1 发布预警3次、共27天；national-2024@1 发布3次、共30天。",
            "2016年：橙色预警少1次，黄色预警多1次。",
            "2017年：各级预警次数相同。");
    assertThat(telling.differences(test, Phrases.ENGLISH))
        .contains(
            "2016: 1 orange warning fewer, 1 yellow warning more.",
            "2017: as many warnings of each level.");
    assertThat(telling.assumption(Phrases.CHINESE)).contains("16时", "168小时", "完全准确");
    assertThat(telling.assumption(Phrases.ENGLISH)).contains("16:00", "168 hours");
  }

  @Test
  void severalMoreAreSaidInThePlural() {
    SeriesOf season = SeriesOf.hoursFrom("2025-01-01T00:00+08:00");
    for (int episode = 0; episode < 3; episode++) {
      season.clean(168).of(lantian.events.Pollutant.PM2_5, 117, 71).clean(168);
    }
    BackTest test =
        BACK_TESTING.compare(
            season.series(),
            APolicy.with(
                "{level: ORANGE, over: 150, hours: 72}", "{level: ORANGE, over: 150, hours: 71}"),
            NATIONAL_2024);
    TellingBackTest telling = new TellingBackTest(DAILY);
    assertThat(telling.differences(test, Phrases.ENGLISH).getLast())
        .isEqualTo("2025: 3 orange warnings more, 3 yellow warnings fewer.");
    assertThat(telling.differences(test, Phrases.CHINESE).getLast())
        .isEqualTo("2025年：橙色预警多3次，黄色预警少3次。");
  }

  @Test
  void daysOfTemporaryControlAreThoseBelowAllLevels() {
    Policy policy =
        APolicy.with("\ngapHours", "\ntemporaryControl: [{over: 100, hours: 48}]\ngapHours");
    Series season =
        SeriesOf.hoursFrom("2025-01-01T00:00+08:00")
            .clean(96)
            .of(lantian.events.Pollutant.PM2_5, 90, 72)
            .clean(96)
            .heavy(40)
            .clean(96)
            .series();
    PlayedSeason played = BACK_TESTING.compare(season, policy, NATIONAL_2024).tried();
    assertThat(played.days().stream().filter(PlayedDay::temporaryControl).map(PlayedDay::date))
        .isNotEmpty()
        .allMatch(date -> date.isBefore(LocalDate.of(2025, 1, 10)));
    assertThat(played.temporaryControlIn(2025)).isBetween(3, 6);
    assertThat(played.warnings()).hasSize(1);
  }

  @Test
  void aSeasonThatEndsInAWarningSaysSo() {
    Series season = SeriesOf.hours().clean(48).heavy(60).series();
    PlayedSeason played = BACK_TESTING.compare(season, NATIONAL_2024, NATIONAL_2018).tried();
    assertThat(played.warnings()).hasSize(1);
    assertThat(played.warnings().getFirst().lifted()).isNull();
    assertThat(played.days().getLast().level()).isEqualTo(WarningLevel.ORANGE);
  }

  @Test
  void aSeasonWithoutAnOfficeHourHasNoForecast() {
    Series season = SeriesOf.hours().clean(10).series();
    BackTest test = BACK_TESTING.compare(season, NATIONAL_2024, NATIONAL_2018);
    assertThat(test.tried().forecasts()).isZero();
    assertThat(test.tried().days()).hasSize(1);
  }

  private static BackTest changping(String episode) {
    return BACK_TESTING.compare(
        Series.hourly(RealData.changping(episode)), Rules.NATIONAL_2024, NATIONAL_2018);
  }

  private static String changes(PlayedSeason season) {
    return String.join(
        ", ", season.changes().stream().map(change -> change(change.at(), change.to())).toList());
  }

  private static String change(Instant at, WarningLevel to) {
    return "%tm-%<td %s".formatted(ChinaTime.at(at), to);
  }
}
