package lantian.warning.aqi;

import java.util.List;

/**
 * One column of a standard's table: concentrations at the sub-indices 0, 50, 100, 150, 200, 300,
 * 400, 500 (µg/m³; CO in tenths of mg/m³), and what counts above the last of them.
 */
public final class Breakpoints {
  /** Returned where a standard gives no sub-index. */
  public static final int NO_SUB_INDEX = -1;

  private final int[] indices;
  private final int[] concentrations;
  private final int above;

  /**
   * @param above the sub-index above the last breakpoint, or {@link #NO_SUB_INDEX}
   */
  public Breakpoints(List<Integer> indices, List<Integer> concentrations, int above) {
    if (concentrations.size() < 2 || concentrations.size() > indices.size()) {
      throw new IllegalArgumentException("breakpoints and sub-indices do not match");
    }
    this.indices = indices.stream().mapToInt(Integer::intValue).toArray();
    this.concentrations = concentrations.stream().mapToInt(Integer::intValue).toArray();
    this.above = above;
    requireRising(this.indices);
    requireRising(this.concentrations);
  }

  /** IAQI of a rounded concentration: exact, then rounded up (HJ 633-2026 4.2.4, 4.2.6). */
  public int subIndex(int rounded) {
    for (int k = 1; k < concentrations.length; k++) {
      int high = concentrations[k];
      if (rounded <= high) {
        int low = concentrations[k - 1];
        int span = indices[k] - indices[k - 1];
        return indices[k - 1] + Math.ceilDiv(span * (rounded - low), high - low);
      }
    }
    return above;
  }

  private static void requireRising(int[] numbers) {
    if (numbers[0] != 0) {
      throw new IllegalArgumentException("the first breakpoint is 0");
    }
    for (int k = 1; k < numbers.length; k++) {
      if (numbers[k] <= numbers[k - 1]) {
        throw new IllegalArgumentException("breakpoints must rise: " + numbers[k]);
      }
    }
  }
}
