package lantian.warning.tracking;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.damping.Damped;
import lantian.warning.damping.RunJudged;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.WeighingRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a run was judged to when it came, in the transaction that takes it in. */
@Service
public class KeepingTrack {
  private final TrackedRuns runs;
  private final WeighingRuns weighing;
  private final Policies policies;
  private final TrackCounts counts;

  public KeepingTrack(
      TrackedRuns runs, WeighingRuns weighing, Policies policies, TrackCounts counts) {
    this.runs = runs;
    this.weighing = weighing;
    this.policies = policies;
    this.counts = counts;
  }

  /**
   * A run that has just come.
   *
   * @param lastHour its last one
   */
  public record Arrived(
      UUID forecastId,
      Jurisdiction jurisdiction,
      Mode mode,
      String source,
      Instant issuedAt,
      Instant lastHour) {}

  /**
   * @param judged what was made of it, which is by another run where that was issued later
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Arrived run, Judged judged, Instant now) {
    LiveJudgement judgement = run.lastHour().isAfter(now) ? alone(run, judged, now) : null;
    boolean latest = run.forecastId().equals(judged.forecastId());
    Damped damped = judgement != null && latest ? judged.damped() : null;
    WarningLevel before = runs.add(tracked(run, judgement, damped, now)).orElse(null);
    WarningLevel level = judgement == null ? null : judgement.assessment().level();
    if (before != null && level != null && level != before) {
      counts.levelChanged(level.isAbove(before));
    }
    if (damped != null) {
      counts.damped(damped.kind());
    }
  }

  private @Nullable LiveJudgement alone(Arrived run, Judged judged, Instant now) {
    LiveJudgement made = judged.judgement();
    if (made == null || run.forecastId().equals(judged.forecastId())) {
      return made;
    }
    return weighing
        .runs(
            run.jurisdiction(),
            run.mode(),
            policies.named(made.assessment().policy()),
            made.inForce(),
            now)
        .stream()
        .filter(each -> each.forecastId().equals(run.forecastId()))
        .map(RunJudged::judgement)
        .findFirst()
        .orElse(null);
  }

  private static TrackedRun tracked(
      Arrived run, @Nullable LiveJudgement judgement, @Nullable Damped damped, Instant now) {
    Assessment assessment = judgement == null ? null : judgement.assessment();
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
        judgement == null ? null : judgement.inForce(),
        damped);
  }
}
