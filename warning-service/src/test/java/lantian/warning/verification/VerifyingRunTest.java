package lantian.warning.verification;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2024;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.RealData;
import lantian.warning.aqi.Sample;
import lantian.warning.assessment.Phrases;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;

/** December 2016 at Changping: forecasts of each afternoon held against what was measured. */
class VerifyingRunTest {
  private static final List<HourlyPoint> HOURS = RealData.changping("2016-12");
  private static final int FORECAST_HOURS = 168;
  private static final VerifyingRun VERIFYING = new VerifyingRun(JUDGING);
  private static final Measured MEASURED = new Measured(JUDGING, Series.hourly(HOURS));

  @Test
  void perfectForecastsAreAllHits() {
    List<VerifiedRun> runs = verified(point -> point);
    assertThat(runs).hasSizeGreaterThan(20);
    Score score = Verification.daysOf(runs);
    assertThat(score.of(Outcome.MISS)).isZero();
    assertThat(score.of(Outcome.FALSE_ALARM)).isZero();
    assertThat(score.of(Outcome.HIT)).isPositive();
    assertThat(score.of(Outcome.CORRECT_REJECTION)).isPositive();
    assertThat(score.levelErrors()).containsOnlyKeys(0);
    assertThat(score.pod()).isEqualByComparingTo("1");
    assertThat(score.far()).isEqualByComparingTo("0");
    assertThat(score.csi()).isEqualByComparingTo("1");
    assertThat(score.meanLevelError()).isEqualByComparingTo("0");
  }

  @Test
  void theScoresAddUpToTheDaysThatWereJudged() {
    for (int pm25 : new int[] {10, 160, 400}) {
      List<VerifiedRun> runs = verified(point -> every(point, pm25));
      int days = runs.stream().mapToInt(run -> run.days().size()).sum();
      assertThat(days).isPositive();
      assertThat(Verification.daysOf(runs).cases()).isEqualTo(days);
      assertThat(Verification.leadDaysOf(runs).values().stream().mapToInt(Score::cases).sum())
          .isEqualTo(days);
      assertThat(Verification.leadDaysOf(runs).keySet())
          .as("168 hours from five in the afternoon have six whole days")
          .containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(
              Verification.daysOf(runs).levelErrors().values().stream()
                  .mapToInt(Integer::intValue)
                  .sum())
          .isEqualTo(days);
    }
  }

  @Test
  void forecastsOfCleanAirMissAndThoseOfFoulAirAreFalseAlarms() {
    Score clean = Verification.daysOf(verified(point -> every(point, 10)));
    assertThat(clean.of(Outcome.MISS)).isPositive();
    assertThat(clean.meanLevelError()).isNegative();
    Score foul = Verification.daysOf(verified(point -> every(point, 400)));
    assertThat(foul.of(Outcome.FALSE_ALARM)).isPositive();
    assertThat(foul.of(Outcome.MISS)).isZero();
    assertThat(foul.meanLevelError()).isPositive();
  }

  @Test
  void aRunIsHeldAgainstWhatWasMeasuredOnlyWhenAllOfItWas() {
    ForecastRun run = run(40, point -> point);
    Instant last = run.points().last();
    assertThat(VERIFYING.verify(run, upTo(last), NATIONAL_2024)).isPresent();
    assertThat(VERIFYING.verify(run, upTo(last.minus(Duration.ofHours(1))), NATIONAL_2024))
        .isEmpty();
  }

  @Test
  void nothingIsDividedByNothing() {
    Score nothing = Score.of(List.of());
    assertThat(nothing.cases()).isZero();
    assertThat(nothing.pod()).isNull();
    assertThat(nothing.far()).isNull();
    assertThat(nothing.csi()).isNull();
    assertThat(nothing.meanLevelError()).isNull();
    TellingScore telling = new TellingScore();
    assertThat(telling.days(nothing, Phrases.CHINESE))
        .isEqualTo(
            "检验0天：命中0、漏报0、空报0、正确否定0。命中率无法计算（没有出现达到预警条件的过程），"
                + "空报率无法计算（没有预报过），临界成功指数无法计算（既没有预报，也没有出现）。");
    assertThat(telling.days(nothing, Phrases.ENGLISH))
        .contains("No days held", "Probability of detection not defined (nothing came)");
  }

  @Test
  void theFiguresFollowFromTheTable() {
    Score score =
        Score.of(
            List.of(
                aCase(WarningLevel.RED, WarningLevel.ORANGE),
                aCase(WarningLevel.ORANGE, WarningLevel.ORANGE),
                aCase(WarningLevel.YELLOW, WarningLevel.NONE),
                aCase(WarningLevel.NONE, WarningLevel.RED),
                aCase(WarningLevel.NONE, WarningLevel.NONE)));
    assertThat(score.pod()).isEqualByComparingTo("0.667");
    assertThat(score.far()).isEqualByComparingTo("0.333");
    assertThat(score.csi()).isEqualByComparingTo("0.5");
    assertThat(score.levelErrors()).isEqualTo(new java.util.TreeMap<>(Map.of(-3, 1, 0, 2, 1, 2)));
    assertThat(score.meanLevelError()).isEqualByComparingTo("-0.2");
    assertThat(new TellingScore().days(score, Phrases.ENGLISH))
        .isEqualTo(
            "5 days held against what was measured: 2 hit, 1 missed, 1 false alarms, 1 correct"
                + " rejections. Probability of detection 0.667, false alarm ratio 0.333, critical"
                + " success index 0.500.");
  }

  @Test
  void anEpisodeKnowsTheFirstRunThatShowedIt() {
    List<Episode> episodes =
        Episode.in(MEASURED.judged(NATIONAL_2024), MEASURED.last()).stream()
            .map(episode -> episode.shownBy(verified(point -> point)))
            .toList();
    assertThat(episodes).extracting(Episode::level).contains(WarningLevel.RED);
    Episode last = episodes.getLast();
    assertThat(last.shownBy()).hasSize(1);
    assertThat(last.shownBy().getFirst().leadHours())
        .isEqualTo(Duration.between(last.shownBy().getFirst().issuedAt(), last.from()).toHours())
        .isPositive();
    assertThat(episodes.getLast().shownBy(verified(point -> every(point, 10))).shownBy())
        .as("whose history alone showed it")
        .allMatch(shown -> shown.leadHours() < 0);
  }

  private static Score.Case aCase(WarningLevel foretold, WarningLevel measured) {
    return new Score.Case(foretold, measured);
  }

  private static HourlyPoint every(HourlyPoint point, int pm25) {
    return new HourlyPoint(
        point.at(), new Sample(Map.of(Pollutant.PM2_5, BigDecimal.valueOf(pm25))));
  }

  private interface Saying {
    HourlyPoint instead(HourlyPoint measured);
  }

  private static List<VerifiedRun> verified(Saying saying) {
    List<VerifiedRun> runs = new ArrayList<>();
    for (int h = 0; h + FORECAST_HOURS < HOURS.size(); h++) {
      if (ChinaTime.at(HOURS.get(h).at()).getHour() == 16) {
        VERIFYING.verify(run(h, saying), MEASURED, NATIONAL_2024).ifPresent(runs::add);
      }
    }
    return runs;
  }

  private static ForecastRun run(int issued, Saying saying) {
    return new ForecastRun(
        Mode.LIVE,
        "652300",
        "CMA",
        HOURS.get(issued).at(),
        null,
        null,
        new Points.Hourly(
            HOURS.subList(issued + 1, issued + 1 + FORECAST_HOURS).stream()
                .map(saying::instead)
                .toList()));
  }

  private static Measured upTo(Instant last) {
    return new Measured(
        JUDGING, Series.hourly(HOURS.stream().filter(hour -> !hour.at().isAfter(last)).toList()));
  }
}
