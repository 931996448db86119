package lantian.bench.figure;

import java.math.BigDecimal;

/** What is aimed at: a value, or a ratio to something else. */
public record Goal(double bound, boolean atLeast) {

  public static Goal atLeast(double bound) {
    return new Goal(bound, true);
  }

  public static Goal atMost(double bound) {
    return new Goal(bound, false);
  }

  boolean isReachedBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  String text(String sign) {
    return (atLeast ? "≥ " : "≤ ")
        + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString()
        + sign;
  }
}
