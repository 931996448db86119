package lantian.warning.aqi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/** An edition of HJ 633 with its table; immutable and safe to share. */
public final class AqiStandard {
  /** From here a primary pollutant is named (HJ 633-2026 4.3.1: AQI > 50). */
  public static final int NAMED_ABOVE = 50;

  private static final Pollutant[] POLLUTANTS = Pollutant.values();

  private final String id;
  private final LocalDate effectiveFrom;
  private final int lowestAqi;
  private final @Nullable Integer incompletePublishedAbove;
  private final EnumMap<Indicator, Breakpoints> table;
  private final EnumMap<Indicator, Indicator> instead;

  /**
   * @param lowestAqi the smallest AQI that the edition knows: 0 in 2012, 1 in 2026
   * @param incompletePublishedAbove with a pollutant missing, the AQI is published above this;
   *     null: always
   * @param instead which indicator counts where another has no sub-index
   */
  public AqiStandard(
      String id,
      LocalDate effectiveFrom,
      int lowestAqi,
      @Nullable Integer incompletePublishedAbove,
      Map<Indicator, Breakpoints> table,
      Map<Indicator, Indicator> instead) {
    for (Indicator indicator : Indicator.values()) {
      if (!table.containsKey(indicator)) {
        throw new IllegalArgumentException(id + " has no column " + indicator.code());
      }
    }
    this.id = id;
    this.effectiveFrom = effectiveFrom;
    this.lowestAqi = lowestAqi;
    this.incompletePublishedAbove = incompletePublishedAbove;
    this.table = new EnumMap<>(table);
    this.instead = new EnumMap<>(Indicator.class);
    this.instead.putAll(instead);
  }

  /** {@code HJ633-2012} or {@code HJ633-2026}. */
  public String id() {
    return id;
  }

  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  public int lowestAqi() {
    return lowestAqi;
  }

  /** The sub-index of a rounded concentration, or {@link Breakpoints#NO_SUB_INDEX}. */
  public int subIndex(Indicator indicator, int rounded) {
    Breakpoints breakpoints = table.get(indicator);
    return breakpoints == null ? Breakpoints.NO_SUB_INDEX : breakpoints.subIndex(rounded);
  }

  /** Which indicator the notes put in the place of one that has no sub-index. */
  public @Nullable Indicator insteadOf(Indicator indicator) {
    return instead.get(indicator);
  }

  public AqiResult judge(Sample sample, AqiKind kind) {
    return judge(sample, kind, Map.of());
  }

  /**
   * The AQI of a sample.
   *
   * @param others further values that count only where a note says so: the 24-hour SO2 or the
   *     one-hour O3 of HJ 633-2012
   */
  public AqiResult judge(Sample sample, AqiKind kind, Map<Indicator, BigDecimal> others) {
    EnumMap<Pollutant, Integer> iaqi = new EnumMap<>(Pollutant.class);
    int largest = -1;
    for (Pollutant pollutant : POLLUTANTS) {
      BigDecimal value = sample.value(pollutant);
      if (value != null) {
        int sub = subIndexOf(Indicator.of(kind, pollutant), value, others);
        if (sub != Breakpoints.NO_SUB_INDEX) {
          iaqi.put(pollutant, sub);
          largest = Math.max(largest, sub);
        }
      }
    }
    Map<Pollutant, Integer> subIndices = Collections.unmodifiableMap(iaqi);
    if (largest < 0) {
      return new AqiResult(null, null, List.of(), subIndices, id, false);
    }
    List<Pollutant> primary = new ArrayList<>();
    if (largest > NAMED_ABOVE) {
      for (Map.Entry<Pollutant, Integer> entry : iaqi.entrySet()) {
        if (entry.getValue() == largest) {
          primary.add(entry.getKey());
        }
      }
    }
    int aqi = Math.max(largest, lowestAqi);
    boolean publishable =
        incompletePublishedAbove == null
            || iaqi.size() == POLLUTANTS.length
            || aqi > incompletePublishedAbove;
    return new AqiResult(
        aqi, AqiCategory.of(aqi), List.copyOf(primary), subIndices, id, publishable);
  }

  private int subIndexOf(Indicator indicator, BigDecimal value, Map<Indicator, BigDecimal> others) {
    int sub = subIndex(indicator, Concentration.rounded(indicator.pollutant(), value));
    Indicator other = sub == Breakpoints.NO_SUB_INDEX ? instead.get(indicator) : null;
    BigDecimal otherValue = other == null ? null : others.get(other);
    return other == null || otherValue == null
        ? sub
        : subIndex(other, Concentration.rounded(other.pollutant(), otherValue));
  }

  @Override
  public String toString() {
    return id;
  }
}
