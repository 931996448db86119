package lantian.warning.assessment;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.RealData;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;

/** Two real episodes of Beijing, judged window by window and played day by day. */
class RealEpisodesTest {
  private static final int FORECAST_HOURS = 168;
  private static final int OFFICE_HOUR = 16;

  @Test
  void everyWindowOfDecember2016HasItsLevelByBothPolicies() {
    List<HourlyPoint> points = RealData.changping("2016-12");
    List<String> levels = new ArrayList<>();
    for (int h = 0; h + FORECAST_HOURS <= points.size(); h += 24) {
      Series week = Series.hourly(points.subList(h, h + FORECAST_HOURS));
      levels.add(
          "%tm-%<td %s/%s"
              .formatted(
                  beijing(points.get(h).at()),
                  letter(JUDGING.judge(week, NATIONAL_2024, null).level()),
                  letter(JUDGING.judge(week, NATIONAL_2018, null).level())));
    }
    assertThat(String.join(", ", levels))
        .isEqualTo(
            "12-08 O/Y, 12-09 O/Y, 12-10 O/Y, 12-11 O/Y, 12-12 Y/N, 12-13 O/Y, 12-14 R/O, "
                + "12-15 R/R, 12-16 R/R, 12-17 R/R, 12-18 R/R, 12-19 R/O, 12-20 O/Y, 12-21 Y/N, "
                + "12-22 Y/N, 12-23 Y/N, 12-24 Y/N, 12-25 Y/N, 12-26 O/Y, 12-27 R/O, 12-28 R/R, "
                + "12-29 R/R, 12-30 R/R, 12-31 R/R, 01-01 R/R, 01-02 R/R, 01-03 R/R, 01-04 R/O, "
                + "01-05 O/O, 01-06 O/Y");
  }

  @Test
  void december2016PlayedEachDayAtFourChangesLevelSevenTimes() {
    assertThat(played("2016-12", NATIONAL_2024.historyHours()))
        .isEqualTo(
            "12-09 ORANGE, 12-14 NONE, 12-15 RED, 12-23 YELLOW, 12-26 NONE, 12-28 RED, 01-08 NONE");
  }

  @Test
  void november2015PlayedEachDayAtFourChangesLevelElevenTimes() {
    assertThat(played("2015-11", NATIONAL_2024.historyHours()))
        .isEqualTo(
            "11-25 RED, 12-02 ORANGE, 12-03 NONE, 12-04 ORANGE, 12-11 YELLOW, 12-15 NONE, "
                + "12-17 ORANGE, 12-18 RED, 12-27 YELLOW, 12-30 ORANGE, 01-04 NONE");
  }

  @Test
  void theHistoryOfThePolicyIsAsGoodAsTheWholeOne() {
    assertThat(played("2015-11", NATIONAL_2024.historyHours()))
        .isEqualTo(played("2015-11", 10_000));
  }

  /** Observed up to now, a perfect forecast after it; what is proposed is in force at once. */
  private static String played(String episode, int historyHours) {
    List<HourlyPoint> points = RealData.changping(episode);
    List<String> changes = new ArrayList<>();
    WarningLevel inForce = WarningLevel.NONE;
    for (int h = 0; h < points.size(); h++) {
      Instant now = points.get(h).at();
      if (beijing(now).getHour() != OFFICE_HOUR) {
        continue;
      }
      int end = Math.min(points.size(), h + 1 + FORECAST_HOURS);
      Series observed = Series.hourly(points.subList(Math.max(0, h + 1 - historyHours), h + 1));
      Series forecast = h + 1 < end ? Series.hourly(points.subList(h + 1, end)) : null;
      Series series = Series.joining(observed, now, forecast);
      LiveJudgement judgement = JUDGING.judgeLive(series, NATIONAL_2024, now, inForce, null);
      if (judgement.change() != null) {
        inForce = judgement.toLevel();
        changes.add("%tm-%<td %s".formatted(beijing(now), inForce));
      }
    }
    return String.join(", ", changes);
  }

  @Test
  void aWeekIsJudgedInWellUnderAMillisecond() {
    List<HourlyPoint> points = RealData.changping("2016-12");
    Series week = Series.hourly(points.subList(168, 168 + FORECAST_HOURS));
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 3_000; round++) {
      long start = System.nanoTime();
      assertThat(JUDGING.judge(week, NATIONAL_2024, null).level()).isEqualTo(WarningLevel.RED);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println("a week of 168 hours judged in " + best / 1_000 + " µs at best");
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(1));
  }

  private static ZonedDateTime beijing(Instant at) {
    return at.atZone(ChinaTime.ZONE);
  }

  private static char letter(WarningLevel level) {
    return level.name().charAt(0);
  }
}
