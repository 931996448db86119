package lantian.warning.assessment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lantian.events.Cause;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a series.
 *
 * @param policy id and version of the policy
 * @param causeFound null without a level, as {@code response} and {@code giving}
 * @param giving the run that gave the level
 * @param gapHours runs so far apart, or less, are one
 * @param conditions one for each alternative, from the lowest level to the highest
 * @param temporaryControl one for each alternative of a temporary control below all levels; empty
 *     where the policy has none
 */
public record Assessment(
    String policy,
    WarningLevel level,
    @Nullable CauseFound causeFound,
    @Nullable Response response,
    @Nullable Run giving,
    int gapHours,
    List<JudgedCondition> conditions,
    List<JudgedCondition> temporaryControl,
    RollingAqi aqi) {

  public Assessment {
    conditions = List.copyOf(conditions);
    temporaryControl = List.copyOf(temporaryControl);
  }

  /** Null without a level. */
  public @Nullable Cause cause() {
    return causeFound == null ? null : causeFound.cause();
  }

  /** Begin of the run that gave the level; null without one. */
  public @Nullable Instant from() {
    return giving == null ? null : giving.from();
  }

  public @Nullable Instant to() {
    return giving == null ? null : giving.to();
  }

  /** The levels that the policy knows, from the lowest. */
  public List<WarningLevel> levels() {
    return conditions.stream().map(judged -> judged.condition().level()).distinct().toList();
  }

  /** The alternatives for a level. */
  public List<JudgedCondition> of(WarningLevel wanted) {
    return conditions.stream().filter(judged -> judged.condition().level() == wanted).toList();
  }

  /**
   * Of the level above this one the condition that is nearest to being met; empty at the top, and
   * where there is nothing to judge.
   */
  public Optional<JudgedCondition> nearestOfNextLevel() {
    return levels().stream()
        .filter(each -> each.isAbove(level))
        .findFirst()
        .flatMap(
            next ->
                of(next).stream()
                    .filter(judged -> judged.peakAqi() != null)
                    .reduce(
                        (one, other) ->
                            other.distance().isNearerThan(one.distance()) ? other : one))
        // Of a level that is met and waits for other runs nothing is missing in this one.
        .filter(nearest -> !nearest.satisfied());
  }

  /** The highest level of which a run touches this time. */
  public WarningLevel levelBetween(Instant from, Instant to) {
    return conditions.stream()
        .filter(
            judged ->
                judged.runs().stream()
                    .anyMatch(run -> judged.isSatisfiedBy(run) && run.touches(from, to)))
        .map(judged -> judged.condition().level())
        .max(Comparator.naturalOrder())
        .orElse(WarningLevel.NONE);
  }

  /** The runs that are enough for a level, whichever. */
  public List<Run> warnedOf() {
    return conditions.stream()
        .flatMap(judged -> judged.runs().stream().filter(judged::isSatisfiedBy))
        .distinct()
        .sorted(Comparator.comparing(Run::from))
        .toList();
  }

  /** Below all levels, and a condition of temporary control (临时管控) is met. */
  public boolean callsForTemporaryControl() {
    return level == WarningLevel.NONE
        && temporaryControl.stream().anyMatch(JudgedCondition::satisfied);
  }
}
