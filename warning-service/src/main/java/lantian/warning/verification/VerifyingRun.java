package lantian.warning.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantian.events.ChinaTime;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.policy.Policy;
import lantian.warning.series.Series;
import org.springframework.stereotype.Service;

/**
 * Holds a run against what was measured in its hours. Both are judged by the same rules, over the
 * same hours, after the same history: what had been measured when the run was issued. So a run that
 * foretold everything right is right on every day, also where it ends in the middle of a pollution.
 */
@Service
public class VerifyingRun {
  private static final int LEAD_DAYS = 7;
  private static final int HOURS_A_DAY = 24;

  private final Judging judging;

  public VerifyingRun(Judging judging) {
    this.judging = judging;
  }

  /** Empty where not all of its hours have been measured yet. */
  public Optional<VerifiedRun> verify(ForecastRun run, Measured measured, Policy policy) {
    Instant last = run.points().last();
    if (last.isAfter(measured.last())) {
      return Optional.empty();
    }
    Instant issued = run.issuedAt().truncatedTo(ChronoUnit.HOURS);
    Instant since = issued.minus(Duration.ofHours(policy.historyHours()));
    Series before = measured.hours().between(since, issued).orElse(null);
    Series joined = Series.joining(before, issued, run.points().series(policy.dailyValue()));
    Assessment foretold = judging.judge(judging.rolling(joined, policy), policy, run.causeMark());
    Assessment came = measured.judged(joined.first(), joined.last(), policy);
    return Optional.of(
        new VerifiedRun(
            run.id(),
            run.source(),
            run.issuedAt(),
            days(run, measured, policy, foretold, came),
            foretold));
  }

  private static List<VerifiedRun.Day> days(
      ForecastRun run, Measured measured, Policy policy, Assessment foretold, Assessment came) {
    List<VerifiedRun.Day> days = new ArrayList<>();
    LocalDate issuedOn = ChinaTime.dateOf(run.issuedAt());
    for (int lead = 1; lead <= LEAD_DAYS; lead++) {
      LocalDate date = issuedOn.plusDays(lead);
      Instant begin = date.atStartOfDay(ChinaTime.ZONE).toInstant();
      Instant end = begin.plus(Duration.ofHours(HOURS_A_DAY - 1));
      boolean whole = !run.points().first().isAfter(begin) && !run.points().last().isBefore(end);
      if (whole && measured.hasDay(date, policy)) {
        days.add(
            new VerifiedRun.Day(
                lead, date, foretold.levelBetween(begin, end), came.levelBetween(begin, end)));
      }
    }
    return days;
  }
}
