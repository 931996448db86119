package lantian.warning.tracking;

import java.time.Instant;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.damping.Damped;
import lantian.warning.proposal.Judged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a run was judged to when it came, in the transaction that takes it in. */
@Service
public class KeepingTrack {
  private final TrackedRuns runs;
  private final TrackCounts counts;

  public KeepingTrack(TrackedRuns runs, TrackCounts counts) {
    this.runs = runs;
    this.counts = counts;
  }

  /**
   * A run that has just come.
   *
   * @param lastHour its last one
   */
  public record Arrived(
      TrackedRuns.Place place,
      UUID forecastId,
      String source,
      Instant issuedAt,
      Instant lastHour) {}

  /**
   * @param alone of this run and what was measured; null where there is nothing to judge
   * @param judged what was made of the place, which is by another run where that one counts
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Arrived run, @Nullable Assessment alone, Judged judged, Instant now) {
    LiveJudgement place = judged.judgement();
    Assessment assessment = place != null && run.lastHour().isAfter(now) ? alone : null;
    boolean counts = assessment != null && run.forecastId().equals(judged.forecastId());
    Damped damped = counts ? judged.damped() : null;
    WarningLevel inForce = assessment == null || place == null ? null : place.inForce();
    WarningLevel before =
        runs.add(run.place(), tracked(run, assessment, inForce, damped, now), alone).orElse(null);
    WarningLevel level = assessment == null ? null : assessment.level();
    if (before != null && level != null && level != before) {
      this.counts.levelChanged(level.isAbove(before));
    }
    if (damped != null) {
      this.counts.damped(damped.kind());
    }
  }

  private static TrackedRun tracked(
      Arrived run,
      @Nullable Assessment assessment,
      @Nullable WarningLevel inForce,
      @Nullable Damped damped,
      Instant now) {
    return new TrackedRun(
        run.forecastId(),
        run.source(),
        run.issuedAt(),
        now,
        assessment == null ? null : assessment.level(),
        assessment == null ? null : assessment.from(),
        assessment == null ? null : assessment.to(),
        assessment == null ? null : assessment.cause(),
        assessment == null ? null : assessment.policy(),
        inForce,
        damped);
  }
}
