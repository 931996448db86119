package lantian.warning.proposal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lantian.events.ChangeKind;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * Says whether a raise comes in time, 24 hours ahead by the national policies (山东2022), and if it
 * does not, why: from what was measured, and from what was forecast while there was time.
 */
@Service
public class LookingAhead {
  private final Outlooks outlooks;
  private final ObservedHours observed;
  private final Judging judging;
  private final WeighingRuns weighing;
  private final Policies policies;
  private final Jurisdictions jurisdictions;

  public LookingAhead(
      Outlooks outlooks,
      ObservedHours observed,
      Judging judging,
      WeighingRuns weighing,
      Policies policies,
      Jurisdictions jurisdictions) {
    this.outlooks = outlooks;
    this.observed = observed;
    this.judging = judging;
    this.weighing = weighing;
    this.policies = policies;
    this.jurisdictions = jurisdictions;
  }

  /** As it is at this moment; empty for a change that needs no time ahead. */
  public Optional<LeadTime> of(ProposedChange change, Instant now) {
    Instant validFrom = change.validFrom();
    boolean raises = change.kind() == ChangeKind.RAISE || change.kind() == ChangeKind.UPGRADE;
    if (!raises || validFrom == null) {
      return Optional.empty();
    }
    Policy policy = policies.named(change.policy());
    Instant beginsAt = validFrom.plus(Duration.ofHours(policy.leadHours()));
    Duration wanted = Duration.ofHours(policy.lifecycle().publishAheadHours());
    Duration ahead = Duration.between(now, beginsAt);
    LeadReason reason =
        ahead.compareTo(wanted) >= 0
            ? null
            : reason(change, policy, beginsAt, beginsAt.minus(wanted), now);
    return Optional.of(new LeadTime(beginsAt, ahead, wanted, reason));
  }

  private LeadReason reason(
      ProposedChange change, Policy policy, Instant beginsAt, Instant lastMoment, Instant now) {
    if (!beginsAt.isAfter(now)
        && observed.seriesBetween(change.jurisdiction(), change.mode(), beginsAt, now) != null) {
      return LeadReason.ALREADY_POLLUTED;
    }
    return wasKnown(change, policy, lastMoment) ? LeadReason.LATE : LeadReason.FORECAST_CHANGED;
  }

  private boolean wasKnown(ProposedChange change, Policy policy, Instant then) {
    Jurisdiction place = jurisdictions.find(change.jurisdiction()).orElseThrow();
    Outlook outlook = outlooks.asKnownAt(place, change.mode(), then);
    if (outlook.series() == null || outlook.forecastId() == null) {
      return false;
    }
    Instant hour = then.truncatedTo(ChronoUnit.HOURS);
    LiveJudgement judged =
        judging.judgeLive(outlook.series(), policy, hour, change.from(), outlook.causeMark());
    // What waited then for other runs to agree was not known yet.
    return !change
        .to()
        .isAbove(weighing.weigh(judged, outlook, place, change.mode(), then).judgement().toLevel());
  }
}
