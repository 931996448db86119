package lantian.warning.damping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.Standing;
import lantian.warning.policy.Damping;
import lantian.warning.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks the runs before the latest one whether they want the same change, as a policy's damping
 * says. A level is raised as far as all of them come, lowered no further than all of them fall: of
 * two levels between which runs go up and down the higher is kept. What has begun, or begins soon,
 * is raised by one run alone. Pure; every run is judged at the same moment, with the same measured
 * hours.
 */
@Service
public class DampingChange {
  private final Judging judging;

  public DampingChange(Judging judging) {
    this.judging = judging;
  }

  /**
   * @param latest the judgement by which a proposal would be made
   * @param runs the newest first, the one of {@code latest} among them; from whichever source
   */
  public Weighed weigh(
      LiveJudgement latest, List<RunJudged> runs, Policy policy, @Nullable Cause causeMark) {
    ChangeKind kind = latest.change();
    if (kind == null) {
      return new Weighed(latest, null, List.of());
    }
    Damping damping = policy.damping();
    boolean raises = latest.toLevel().isAbove(latest.inForce());
    int needed = raises ? damping.raiseRuns() : damping.lowerRuns();
    if (needed == 1) {
      return new Weighed(latest, null, Agreement.on(latest.toLevel(), raises, runs));
    }
    List<RunJudged> asked =
        runs.stream()
            .filter(run -> isRecent(run, latest.now(), damping.withinHours()))
            .limit(needed)
            .toList();
    LiveJudgement agreed =
        raises ? raised(latest, asked, policy, causeMark) : lowered(latest, asked, needed);
    if (agreed != null && agreed.toLevel() == latest.toLevel()) {
      return new Weighed(latest, null, Agreement.on(latest.toLevel(), raises, runs));
    }
    Damped damped =
        new Damped(
            kind,
            latest.inForce(),
            latest.toLevel(),
            asked.size(),
            Agreement.count(latest.toLevel(), raises, asked),
            needed,
            damping.withinHours(),
            damping.atOnceHours());
    return agreed == null
        ? new Weighed(stands(latest), damped, Agreement.on(latest.toLevel(), raises, runs))
        : new Weighed(agreed, damped, Agreement.on(agreed.toLevel(), raises, runs));
  }

  private static boolean isRecent(RunJudged run, Instant now, int withinHours) {
    return !run.issuedAt().isBefore(now.minus(Duration.ofHours(withinHours)));
  }

  /** To the highest level that all come to, or that begins soon; null where there is none. */
  private @Nullable LiveJudgement raised(
      LiveJudgement latest, List<RunJudged> asked, Policy policy, @Nullable Cause causeMark) {
    WarningLevel common =
        asked.size() < policy.damping().raiseRuns()
            ? latest.inForce()
            : reduced(asked, BinaryOperator.minBy(WarningLevel::compareTo));
    Instant soon = latest.now().plus(Duration.ofHours(policy.damping().atOnceHours()));
    Assessment assessment = latest.assessment();
    while (assessment.level().isAbove(latest.inForce())) {
      Instant from = Objects.requireNonNull(assessment.from(), "a level without a run");
      if (!assessment.level().isAbove(common) || !from.isAfter(soon)) {
        return new LiveJudgement(
            assessment,
            latest.now(),
            Standing.CHANGES,
            latest.change(),
            latest.inForce(),
            assessment.level());
      }
      WarningLevel below = WarningLevel.values()[assessment.level().ordinal() - 1];
      assessment = judging.atMost(assessment, below, policy, causeMark);
    }
    return null;
  }

  /** What the run asks for that falls least; null where it keeps the level in force. */
  private static @Nullable LiveJudgement lowered(
      LiveJudgement latest, List<RunJudged> asked, int needed) {
    if (asked.size() < needed) {
      return null;
    }
    WarningLevel common = reduced(asked, BinaryOperator.maxBy(WarningLevel::compareTo));
    if (!latest.inForce().isAbove(common)) {
      return null;
    }
    return asked.stream()
        .map(RunJudged::judgement)
        .filter(judgement -> judgement.toLevel() == common)
        .findFirst()
        .orElseThrow();
  }

  private static WarningLevel reduced(List<RunJudged> runs, BinaryOperator<WarningLevel> to) {
    return runs.stream().map(run -> run.judgement().toLevel()).reduce(to).orElseThrow();
  }

  private static LiveJudgement stands(LiveJudgement latest) {
    return new LiveJudgement(
        latest.assessment(),
        latest.now(),
        Standing.DAMPED,
        null,
        latest.inForce(),
        latest.inForce());
  }
}
