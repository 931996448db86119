package lantian.warning.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * How often what was foretold came: the usual table of two by two, and what follows from it.
 *
 * @param outcomes how many of each; of warnings there are no correct rejections
 * @param levelErrors how many were foretold so many levels too high, negative: too low
 */
public record Score(Map<Outcome, Integer> outcomes, SortedMap<Integer, Integer> levelErrors) {
  private static final int DECIMALS = 3;

  public Score {
    Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      all.put(outcome, outcomes.getOrDefault(outcome, 0));
    }
    outcomes = Collections.unmodifiableMap(all);
    levelErrors = Collections.unmodifiableSortedMap(new TreeMap<>(levelErrors));
  }

  /** What was foretold of one case, and what was measured. */
  public record Case(WarningLevel foretold, WarningLevel measured) {
    int levelError() {
      return foretold.ordinal() - measured.ordinal();
    }
  }

  public static Score of(List<Case> cases) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    SortedMap<Integer, Integer> errors = new TreeMap<>();
    for (Case each : cases) {
      outcomes.merge(Outcome.of(each.foretold(), each.measured()), 1, Integer::sum);
      errors.merge(each.levelError(), 1, Integer::sum);
    }
    return new Score(outcomes, errors);
  }

  public int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** How many cases there are. */
  public int cases() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Of what came, the part that was foretold (probability of detection); null: nothing came. */
  public @Nullable BigDecimal pod() {
    return ratio(of(Outcome.HIT), of(Outcome.HIT) + of(Outcome.MISS));
  }

  /**
   * Of what was foretold, the part that did not come (false alarm ratio); null: nothing was
   * foretold.
   */
  public @Nullable BigDecimal far() {
    return ratio(of(Outcome.FALSE_ALARM), of(Outcome.HIT) + of(Outcome.FALSE_ALARM));
  }

  /**
   * Of what came or was foretold, the part that did both (critical success index, threat score);
   * null: neither was.
   */
  public @Nullable BigDecimal csi() {
    return ratio(of(Outcome.HIT), of(Outcome.HIT) + of(Outcome.MISS) + of(Outcome.FALSE_ALARM));
  }

  /** Levels too high on the average, negative: too low; null without cases. */
  public @Nullable BigDecimal meanLevelError() {
    int sum =
        levelErrors.entrySet().stream().mapToInt(each -> each.getKey() * each.getValue()).sum();
    return ratio(sum, levelErrors.values().stream().mapToInt(Integer::intValue).sum());
  }

  private static @Nullable BigDecimal ratio(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
  }
}
