package lantian.warning.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.proposal.Outlook;
import lantian.warning.proposal.Outlooks;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Joins the measured hours of the policy's history with the run that counts. */
@Service
public class JoiningOutlook implements Outlooks {
  private final RunThatCounts counting;
  private final Jurisdictions jurisdictions;
  private final ObservedHours observed;
  private final Policies policies;

  public JoiningOutlook(
      RunThatCounts counting,
      Jurisdictions jurisdictions,
      ObservedHours observed,
      Policies policies) {
    this.counting = counting;
    this.jurisdictions = jurisdictions;
    this.observed = observed;
    this.policies = policies;
  }

  @Override
  public Outlook of(Jurisdiction jurisdiction, Mode mode, Instant now) {
    return join(jurisdiction, counting.now(jurisdiction, mode, now).orElse(null), now);
  }

  @Override
  public Outlook asKnownAt(Jurisdiction jurisdiction, Mode mode, Instant then) {
    return join(jurisdiction, counting.asOf(jurisdiction, mode, then).orElse(null), then);
  }

  /** As it would be if this run counted. */
  Outlook with(ForecastRun run, Jurisdiction jurisdiction, Instant now) {
    return join(jurisdiction, run, now);
  }

  private Outlook join(Jurisdiction jurisdiction, @Nullable ForecastRun latest, Instant now) {
    Policy policy = policyFor(jurisdiction, latest, now);
    Instant since = now.minus(Duration.ofHours(policy.historyHours()));
    Series measured = observed.between(jurisdiction.code(), since, now);
    // A run that ended before the history began says nothing of today.
    Series expected =
        latest == null || latest.points().last().isBefore(since)
            ? null
            : latest.points().series(policy.dailyValue());
    Series joined =
        measured == null && expected == null ? null : Series.joining(measured, now, expected);
    return new Outlook(
        joined,
        policy,
        latest == null ? null : latest.causeMark(),
        latest == null ? null : latest.id());
  }

  @Override
  public Optional<UUID> latestForecast(String jurisdiction, Mode mode, Instant now) {
    return jurisdictions
        .find(jurisdiction)
        .flatMap(place -> counting.now(place, mode, now))
        .map(ForecastRun::id);
  }

  private Policy policyFor(Jurisdiction jurisdiction, @Nullable ForecastRun latest, Instant now) {
    if (latest != null && latest.policy() != null) {
      return policies.named(latest.policy());
    }
    return policies.inForce(jurisdiction, latest == null ? now : latest.issuedAt());
  }
}
