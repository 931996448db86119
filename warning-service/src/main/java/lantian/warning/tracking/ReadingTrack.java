package lantian.warning.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.damping.Agreement;
import lantian.warning.damping.Damped;
import lantian.warning.damping.RunJudged;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.proposal.WeighingRuns;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what the runs were judged to when they came, and what they come to seen from now. */
@Service
public class ReadingTrack {
  private final TrackedRuns runs;
  private final ProposingChange proposing;
  private final WeighingRuns weighing;
  private final Warnings warnings;
  private final Policies policies;

  public ReadingTrack(
      TrackedRuns runs,
      ProposingChange proposing,
      WeighingRuns weighing,
      Warnings warnings,
      Policies policies) {
    this.runs = runs;
    this.proposing = proposing;
    this.weighing = weighing;
    this.warnings = warnings;
    this.policies = policies;
  }

  @Transactional(readOnly = true)
  public Track of(Jurisdiction jurisdiction, Mode mode, int mostOfEachSource, Instant now) {
    WarningLevel inForce =
        warnings.inForce(jurisdiction.code(), mode).map(Warning::level).orElse(WarningLevel.NONE);
    Judged judged = proposing.asItStands(jurisdiction, mode, now);
    LiveJudgement judgement = judged.judgement();
    List<RunJudged> ahead =
        judgement == null
            ? List.of()
            : weighing.runs(
                jurisdiction, mode, policies.named(judgement.assessment().policy()), inForce, now);
    return new Track(
        jurisdiction.code(),
        inForce,
        judgement == null ? null : judgement.assessment().policy(),
        judged.damped(),
        agreements(judgement, judged.damped(), ahead),
        sources(runs.latest(jurisdiction.code(), mode, mostOfEachSource), ahead));
  }

  /** On what waits, else on what is asked for, else on the level in force where there is one. */
  private static List<Agreement> agreements(
      @Nullable LiveJudgement judgement, @Nullable Damped damped, List<RunJudged> ahead) {
    if (judgement == null) {
      return List.of();
    }
    if (damped != null) {
      return Agreement.on(damped.to(), damped.raises(), ahead);
    }
    WarningLevel to = judgement.toLevel();
    return Agreement.on(to, !judgement.inForce().isAbove(to) && to != WarningLevel.NONE, ahead);
  }

  private static List<Track.OfSource> sources(List<TrackedRun> runs, List<RunJudged> ahead) {
    Map<UUID, WarningLevel> now = new HashMap<>();
    ahead.forEach(run -> now.put(run.forecastId(), run.judgement().assessment().level()));
    Map<String, List<TrackedRun>> bySource = new LinkedHashMap<>();
    for (TrackedRun run : runs) {
      bySource.computeIfAbsent(run.source(), _ -> new ArrayList<>()).add(run);
    }
    List<Track.OfSource> sources = new ArrayList<>();
    bySource.forEach(
        (source, all) -> {
          Map<UUID, WarningLevel> levels = new HashMap<>(now);
          levels.keySet().retainAll(all.stream().map(TrackedRun::forecastId).toList());
          sources.add(new Track.OfSource(source, all, levels));
        });
    return sources;
  }
}
