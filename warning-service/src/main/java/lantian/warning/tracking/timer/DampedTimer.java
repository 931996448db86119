package lantian.warning.tracking.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lantian.kit.time.BusinessTimer;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.tracking.TrackedRuns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has places judged once an hour where a change waits for other runs: what begins soon by now waits
 * no longer, though no news has come. One that fails holds up no other place.
 */
@Component
class DampedTimer implements BusinessTimer {
  private static final Logger log = LoggerFactory.getLogger(DampedTimer.class);

  /** No run reaches farther. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(240);

  private final TrackedRuns runs;
  private final Jurisdictions jurisdictions;
  private final ProposingChange proposing;
  private @Nullable Instant lookedAt;

  DampedTimer(TrackedRuns runs, Jurisdictions jurisdictions, ProposingChange proposing) {
    this.runs = runs;
    this.jurisdictions = jurisdictions;
    this.proposing = proposing;
  }

  @Override
  public void run(Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(lookedAt)) {
      return;
    }
    for (var place : runs.dampedSince(now.minus(LONGEST_WAIT))) {
      try {
        proposing.afterWaiting(
            jurisdictions.find(place.jurisdiction()).orElseThrow(),
            place.mode(),
            now.truncatedTo(ChronoUnit.MILLIS));
      } catch (RuntimeException e) {
        log.warn("{} is judged again in the next hour", place.jurisdiction(), e);
      }
    }
    lookedAt = hour;
  }
}
