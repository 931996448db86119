package lantian.warning.proposal.timer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import lantian.kit.time.BusinessTimer;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has warnings judged whose validity ends soon, once an hour: series are hourly. A run that was
 * missed is caught up by the next, and one that fails holds up no other place.
 */
@Component
class ValidityTimer implements BusinessTimer {
  private static final Logger log = LoggerFactory.getLogger(ValidityTimer.class);

  private final Warnings warnings;
  private final Policies policies;
  private final Jurisdictions jurisdictions;
  private final ProposingChange proposing;
  private final Map<UUID, Instant> judgedAt = new HashMap<>();

  ValidityTimer(
      Warnings warnings,
      Policies policies,
      Jurisdictions jurisdictions,
      ProposingChange proposing) {
    this.warnings = warnings;
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.proposing = proposing;
  }

  @Override
  public void run(Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    var ending = new HashSet<UUID>();
    for (var warning : warnings.inForce()) {
      if (warning.endsWithin(promptBefore(warning), now)) {
        ending.add(warning.id());
        if (!hour.equals(judgedAt.get(warning.id()))) {
          judge(warning, now.truncatedTo(ChronoUnit.MILLIS));
          judgedAt.put(warning.id(), hour);
        }
      }
    }
    judgedAt.keySet().retainAll(ending);
  }

  private int promptBefore(Warning warning) {
    return policies.named(warning.policy()).lifecycle().promptBeforeHours();
  }

  private void judge(Warning warning, Instant now) {
    try {
      proposing.asTimePasses(
          jurisdictions.find(warning.jurisdiction()).orElseThrow(), warning.mode(), now);
    } catch (RuntimeException e) {
      log.warn("warning {} is judged again in the next hour", warning.id(), e);
    }
  }
}
