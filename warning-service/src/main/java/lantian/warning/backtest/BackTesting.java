package lantian.warning.backtest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.assessment.AqiAt;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.damping.DampingChange;
import lantian.warning.damping.RunJudged;
import lantian.warning.policy.Policy;
import lantian.warning.series.Series;
import org.springframework.stereotype.Service;

/**
 * Plays a season day by day as if a perfect forecast had been issued each day, judged with what was
 * measured up to then, and what is proposed is in force at once. Pure; the dates from which the
 * policies hold are not asked.
 *
 * <p>Where the policy wants several runs to agree, those of the days before are asked too: each as
 * it looks on this day, with what was measured since.
 *
 * <p>The rolling AQI is computed once for the season and each day looks at its part of it ({@link
 * RollingAqi#between}): the same as judging each day's series alone.
 */
@Service
public class BackTesting {
  private static final int HOURS_A_DAY = 24;
  private static final String PERFECT = "perfect";

  private final Judging judging;
  private final DampingChange damping;
  private final PerfectForecasts forecasts;

  public BackTesting(Judging judging, DampingChange damping, PerfectForecasts forecasts) {
    this.judging = judging;
    this.damping = damping;
    this.forecasts = forecasts;
  }

  /** The season by both. */
  public BackTest compare(Series season, Policy tried, Policy against) {
    RollingAqi rolling = judging.rolling(season, tried);
    RollingAqi other =
        tried.aqiStandard().equals(against.aqiStandard())
            ? rolling
            : judging.rolling(season, against);
    return new BackTest(
        season.first(),
        season.last(),
        season.hours(),
        play(rolling, tried),
        play(other, against),
        dailyAqi(rolling));
  }

  private PlayedSeason play(RollingAqi season, Policy policy) {
    List<PlayedChange> changes = new ArrayList<>();
    List<PlayedDay> days = new ArrayList<>();
    WarningLevel inForce = WarningLevel.NONE;
    int judged = 0;
    int h = 0;
    while (h < season.size()) {
      ZonedDateTime begin = season.at(h).atZone(ChinaTime.ZONE);
      LocalDate date = begin.toLocalDate();
      int now = h + forecasts.hourOfDay() - begin.getHour();
      WarningLevel highest = inForce;
      boolean control = false;
      if (now >= h && now < season.size()) {
        LiveJudgement judgement = judge(season, now, policy, inForce);
        judged++;
        if (judgement.change() != null) {
          changes.add(
              new PlayedChange(judgement.now(), judgement.change(), inForce, judgement.toLevel()));
          inForce = judgement.toLevel();
        }
        highest = inForce.isAbove(highest) ? inForce : highest;
        control = judgement.assessment().callsForTemporaryControl();
      }
      days.add(new PlayedDay(date, highest, control && highest == WarningLevel.NONE));
      h += HOURS_A_DAY - begin.getHour();
    }
    return new PlayedSeason(policy, judged, changes, days);
  }

  private LiveJudgement judge(RollingAqi season, int now, Policy policy, WarningLevel inForce) {
    LiveJudgement latest = judge(season, now, now, policy, inForce);
    int most = Math.max(policy.damping().raiseRuns(), policy.damping().lowerRuns());
    if (latest.change() == null || most == 1) {
      return latest;
    }
    List<RunJudged> runs = new ArrayList<>(most);
    for (int run = 0; run < most; run++) {
      int issued = now - run * HOURS_A_DAY;
      if (issued >= 0 && issued + forecasts.hours() > now) {
        runs.add(run(season.at(issued), judge(season, issued, now, policy, inForce)));
      }
    }
    return damping.weigh(latest, runs, policy, null).judgement();
  }

  /**
   * The measured hours of the policy's history up to now, and after them those that the forecast of
   * an hour before it, or of now, had.
   */
  private LiveJudgement judge(
      RollingAqi season, int issued, int now, Policy policy, WarningLevel inForce) {
    int from = Math.max(0, now - policy.historyHours());
    int to = Math.min(season.size(), issued + 1 + forecasts.hours());
    Instant at = season.at(now);
    return judging.judgeLive(season.between(from, to), policy, at, inForce, null);
  }

  private static RunJudged run(Instant issuedAt, LiveJudgement judgement) {
    UUID id = UUID.nameUUIDFromBytes(issuedAt.toString().getBytes(StandardCharsets.UTF_8));
    return new RunJudged(id, PERFECT, issuedAt, judgement);
  }

  private static Map<LocalDate, Integer> dailyAqi(RollingAqi season) {
    Map<LocalDate, Integer> daily = new HashMap<>();
    for (AqiAt day : season.days()) {
      Integer aqi = day.aqi();
      if (aqi != null) {
        daily.put(ChinaTime.dateOf(day.at()), aqi);
      }
    }
    return daily;
  }
}
