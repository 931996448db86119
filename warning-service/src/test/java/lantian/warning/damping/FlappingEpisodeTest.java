package lantian.warning.damping;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2024;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.RealData;
import lantian.warning.aqi.Sample;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.APolicy;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;

/**
 * December 2016 at Changping, judged with each morning's and each afternoon's forecast. All are
 * perfect but for one that somebody spoils: from some hour on it has other air than there was.
 */
class FlappingEpisodeTest {
  private static final int FORECAST_HOURS = 168;
  private static final List<HourlyPoint> HOURS = RealData.changping("2016-12");
  private static final String AS_IT_WAS =
      "12-09T08 ORANGE, 12-14T08 NONE, 12-15T08 RED, 12-23T08 YELLOW, 12-26T16 NONE, "
          + "12-28T08 ORANGE, 12-28T16 RED, 01-08T08 NONE";
  private static final Policy DAMPED =
      APolicy.with("raiseRuns: 1, lowerRuns: 1", "raiseRuns: 2, lowerRuns: 2");

  @Test
  void forecastsThatAgreeAreProposedAsWithoutDamping() {
    assertThat(played(NATIONAL_2024, "", 0, 0)).isEqualTo(AS_IT_WAS);
    assertThat(played(DAMPED, "", 0, 0)).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aRunThatSeesPollutionWhereThereIsNoneCallsNobody() {
    assertThat(played(NATIONAL_2024, "12-27T08", 46, 320)).isNotEqualTo(AS_IT_WAS);
    assertThat(played(DAMPED, "12-27T08", 46, 320)).isEqualTo(AS_IT_WAS);
  }

  @Test
  void aRunThatSeesCleanAirWhereThereIsPollutionSendsNobodyHome() {
    assertThat(played(NATIONAL_2024, "12-18T08", 1, 20)).isNotEqualTo(AS_IT_WAS);
    assertThat(played(DAMPED, "12-18T08", 1, 20)).isEqualTo(AS_IT_WAS);
  }

  /** What is proposed is in force at once. */
  private static String played(Policy policy, String spoiled, int fromHour, int pm25) {
    List<String> changes = new ArrayList<>();
    List<Integer> issued = new ArrayList<>();
    WarningLevel inForce = WarningLevel.NONE;
    for (int h = 0; h + 1 < HOURS.size(); h++) {
      String at = "%tm-%<tdT%<tH".formatted(ChinaTime.at(HOURS.get(h).at()));
      if (!at.endsWith("T08") && !at.endsWith("T16")) {
        continue;
      }
      issued.addFirst(h);
      List<RunJudged> runs = new ArrayList<>();
      for (int run : issued.subList(0, Math.min(4, issued.size()))) {
        runs.add(judged(run, h, policy, inForce, spoiled, fromHour, pm25));
      }
      LiveJudgement weighed =
          new DampingChange(JUDGING)
              .weigh(runs.getFirst().judgement(), runs, policy, null)
              .judgement();
      if (weighed.change() != null) {
        inForce = weighed.toLevel();
        changes.add(at + " " + inForce);
      }
    }
    return String.join(", ", changes);
  }

  private static RunJudged judged(
      int run,
      int now,
      Policy policy,
      WarningLevel inForce,
      String spoiled,
      int fromHour,
      int pm25) {
    Instant issuedAt = HOURS.get(run).at();
    boolean isSpoiled = "%tm-%<tdT%<tH".formatted(ChinaTime.at(issuedAt)).equals(spoiled);
    List<HourlyPoint> points = new ArrayList<>();
    for (int h = run + 1; h < Math.min(HOURS.size(), run + 1 + FORECAST_HOURS); h++) {
      points.add(
          isSpoiled && h >= run + fromHour
              ? new HourlyPoint(
                  HOURS.get(h).at(), new Sample(Map.of(Pollutant.PM2_5, BigDecimal.valueOf(pm25))))
              : HOURS.get(h));
    }
    Series measured =
        Series.hourly(HOURS.subList(Math.max(0, now + 1 - policy.historyHours()), now + 1));
    Instant at = HOURS.get(now).at();
    return new RunJudged(
        new UUID(0, run),
        "perfect",
        issuedAt,
        JUDGING.judgeLive(
            Series.joining(measured, at, Series.hourly(points)), policy, at, inForce, null));
  }
}
