package lantian.warning.assessment;

import java.util.Comparator;
import java.util.List;
import lantian.warning.policy.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition with the runs that count for it.
 *
 * @param runs over the condition's threshold, in the order of time
 * @param contained the runs over the contained threshold inside them; empty where none is asked for
 * @param peakAqi the largest rolling AQI of the series; null without one
 */
public record JudgedCondition(
    Condition condition,
    boolean satisfied,
    List<Run> runs,
    List<Run> contained,
    @Nullable Integer peakAqi) {

  /** Whether this one of the runs is enough. */
  boolean isSatisfiedBy(Run run) {
    Condition.Containing wanted = condition.containing();
    return run.hours() >= condition.hours()
        && (wanted == null
            || contained.stream()
                .anyMatch(inner -> inner.hours() >= wanted.hours() && run.contains(inner)));
  }

  /** The run that says most: one that is enough, else the longest; null where none counts. */
  public @Nullable Run telling() {
    return runs.stream()
        .filter(this::isSatisfiedBy)
        .findFirst()
        .or(() -> runs.stream().max(Comparator.comparingInt(Run::hours)))
        .orElse(null);
  }

  /** Of the stretches that the run must contain the longest, in hours. */
  int longestContainedIn(Run run) {
    return contained.stream().filter(run::contains).mapToInt(Run::hours).max().orElse(0);
  }

  /** How far it is from being met. */
  public Distance distance() {
    if (satisfied) {
      return new Distance(0, 0, 0);
    }
    Run run = telling();
    Condition.Containing wanted = condition.containing();
    int contained = run == null ? 0 : longestContainedIn(run);
    return new Distance(
        Math.max(0, condition.hours() - (run == null ? 0 : run.hours())),
        wanted == null ? 0 : Math.max(0, wanted.hours() - contained),
        Math.max(0, condition.over() + 1 - (peakAqi == null ? 0 : peakAqi)));
  }
}
