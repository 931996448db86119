package lantian.warning.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiStandard;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.policy.Condition;
import lantian.warning.policy.Policy;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges a series by a policy; pure, and the only place where a level comes from. */
@Service
public class Judging {
  private static final Comparator<Run> EARLIEST_THEN_LONGEST =
      Comparator.comparing(Run::from).thenComparing(Comparator.comparingInt(Run::hours).reversed());

  private final AqiStandards standards;

  public Judging(AqiStandards standards) {
    this.standards = standards;
  }

  /** The what-if and the back-test: all points, all runs. */
  public Assessment judge(Series series, Policy policy, @Nullable Cause causeMark) {
    return judge(rolling(series, policy), policy, causeMark, run -> true);
  }

  /** The same, of a series whose rolling AQI is known. */
  public Assessment judge(RollingAqi rolling, Policy policy, @Nullable Cause causeMark) {
    return judge(rolling, policy, causeMark, run -> true);
  }

  /** Only live runs: not over before {@code now}, and begun by now + horizon. */
  public Assessment judge(Series series, Policy policy, @Nullable Cause causeMark, Instant now) {
    return judge(rolling(series, policy), policy, causeMark, now);
  }

  private static Assessment judge(
      RollingAqi rolling, Policy policy, @Nullable Cause causeMark, Instant now) {
    return judge(rolling, policy, causeMark, run -> run.isLive(now, policy.horizonHours()));
  }

  /**
   * The rolling AQI by the policy's standard, for {@link #judgeLive(RollingAqi, Policy, Instant,
   * WarningLevel, Cause)}.
   */
  public RollingAqi rolling(Series series, Policy policy) {
    return RollingAqi.of(series, standardsOf(policy));
  }

  /**
   * Against the level in force: a higher level is proposed at once, a lower one when the series
   * reaches at least {@code liftHours} beyond now and no run of a higher one begins within them: of
   * two levels between which a forecast goes up and down the higher is kept.
   */
  public LiveJudgement judgeLive(
      Series series, Policy policy, Instant now, WarningLevel inForce, @Nullable Cause causeMark) {
    return judgeLive(rolling(series, policy), policy, now, inForce, causeMark);
  }

  /** The same, of a series whose rolling AQI is known. */
  public LiveJudgement judgeLive(
      RollingAqi rolling,
      Policy policy,
      Instant now,
      WarningLevel inForce,
      @Nullable Cause causeMark) {
    Assessment assessment = judge(rolling, policy, causeMark, now);
    WarningLevel judged = assessment.level();
    if (judged == inForce) {
      return stands(assessment, now, Standing.SAME_LEVEL, inForce);
    }
    if (judged.isAbove(inForce)) {
      ChangeKind up = inForce == WarningLevel.NONE ? ChangeKind.RAISE : ChangeKind.UPGRADE;
      return new LiveJudgement(assessment, now, Standing.CHANGES, up, inForce, judged);
    }
    if (rolling.last().isBefore(now.plusSeconds(policy.liftHours() * 3600L))) {
      return stands(assessment, now, Standing.SERIES_TOO_SHORT, inForce);
    }
    Assessment lower =
        policy.liftHours() <= policy.horizonHours()
            ? assessment
            : judge(rolling, policy, causeMark, run -> run.isLive(now, policy.liftHours()));
    if (!inForce.isAbove(lower.level())) {
      return stands(assessment, now, Standing.RISES_AGAIN, inForce);
    }
    ChangeKind down = lower.level() == WarningLevel.NONE ? ChangeKind.LIFT : ChangeKind.DOWNGRADE;
    return new LiveJudgement(lower, now, Standing.CHANGES, down, inForce, lower.level());
  }

  /** The same with the levels above this one left out, as if the policy did not know them. */
  public Assessment atMost(
      Assessment assessment, WarningLevel highest, Policy policy, @Nullable Cause causeMark) {
    WarningLevel level =
        assessment.conditions().stream()
            .filter(judged -> judged.satisfied() && !judged.condition().level().isAbove(highest))
            .map(judged -> judged.condition().level())
            .max(Comparator.naturalOrder())
            .orElse(WarningLevel.NONE);
    return assessed(
        level,
        assessment.conditions(),
        assessment.temporaryControl(),
        assessment.aqi(),
        policy,
        causeMark);
  }

  private static LiveJudgement stands(
      Assessment assessment, Instant now, Standing standing, WarningLevel inForce) {
    return new LiveJudgement(assessment, now, standing, null, inForce, inForce);
  }

  private static Assessment judge(
      RollingAqi rolling, Policy policy, @Nullable Cause causeMark, Predicate<Run> counts) {
    Runs runs = new Runs(rolling, policy);
    Integer peak = rolling.peak();
    List<JudgedCondition> conditions = new ArrayList<>(policy.conditions().size());
    WarningLevel level = WarningLevel.NONE;
    for (Condition condition : policy.conditions()) {
      JudgedCondition judged = judge(condition, runs, counts, peak);
      conditions.add(judged);
      if (judged.satisfied() && condition.level().isAbove(level)) {
        level = condition.level();
      }
    }
    List<JudgedCondition> control =
        policy.temporaryControl().stream()
            .map(condition -> judge(condition, runs, counts, peak))
            .toList();
    return assessed(level, conditions, control, rolling, policy, causeMark);
  }

  private static Assessment assessed(
      WarningLevel level,
      List<JudgedCondition> conditions,
      List<JudgedCondition> control,
      RollingAqi rolling,
      Policy policy,
      @Nullable Cause causeMark) {
    Run giving = runThatGave(level, conditions);
    CauseFound cause = giving == null ? null : Causes.of(giving, rolling, causeMark);
    return new Assessment(
        policy.reference(),
        level,
        cause,
        cause == null ? null : policy.responseTo(cause.cause()),
        giving,
        policy.gapHours(),
        conditions,
        control,
        rolling);
  }

  /** What is contained need not be live itself: the red lasts as long as its run over 200. */
  private static JudgedCondition judge(
      Condition condition, Runs runs, Predicate<Run> counts, @Nullable Integer peak) {
    List<Run> counting = runs.over(condition.over()).stream().filter(counts).toList();
    Condition.Containing wanted = condition.containing();
    List<Run> contained =
        wanted == null
            ? List.of()
            : runs.over(wanted.threshold()).stream()
                .filter(inner -> counting.stream().anyMatch(run -> run.contains(inner)))
                .toList();
    JudgedCondition judged = new JudgedCondition(condition, false, counting, contained, peak);
    boolean satisfied = counting.stream().anyMatch(judged::isSatisfiedBy);
    return new JudgedCondition(condition, satisfied, counting, contained, peak);
  }

  /** Of the runs that are enough for the level the earliest, among these the longest. */
  private static @Nullable Run runThatGave(WarningLevel level, List<JudgedCondition> conditions) {
    return conditions.stream()
        .filter(judged -> judged.condition().level() == level)
        .flatMap(judged -> judged.runs().stream().filter(judged::isSatisfiedBy))
        .min(EARLIEST_THEN_LONGEST)
        .orElse(null);
  }

  private Function<LocalDate, AqiStandard> standardsOf(Policy policy) {
    if (policy.aqiStandard().equals(AqiStandards.BY_DATE)) {
      return standards::on;
    }
    AqiStandard named = standards.find(policy.aqiStandard()).orElseThrow();
    return date -> named;
  }
}
