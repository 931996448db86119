package lantian.warning.assessment;

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
}
