package lantian.warning.aqi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import lantian.events.Pollutant;

/**
 * Concentrations in the units in which the standards judge them: whole µg/m³, carbon monoxide in
 * tenths of mg/m³, rounded half to even (GB/T 8170; HJ 633-2026 4.2.2, 4.2.3).
 */
public final class Concentration {
  /** Above every breakpoint and every instrument; anything larger is a mistake in the data. */
  public static final BigDecimal MAXIMUM = new BigDecimal(100_000);

  /**
   * Carbon monoxide in mg/m³: the last breakpoint of one hour (HJ 633). No ambient air has more; a
   * larger number was given in µg/m³.
   */
  public static final BigDecimal LARGEST_CO = new BigDecimal(150);

  /** Series hold concentrations as whole millionths of µg/m³ (CO: of mg/m³). */
  private static final int SERIES_SCALE = 6;

  private static final long MILLION = 1_000_000;

  private Concentration() {}

  /** The value rounded as the standards say. */
  public static int rounded(Pollutant pollutant, BigDecimal value) {
    return value
        .setScale(decimals(pollutant), RoundingMode.HALF_EVEN)
        .unscaledValue()
        .intValueExact();
  }

  /** The value in millionths, for exact sums. */
  public static long millionths(BigDecimal value) {
    return value.setScale(SERIES_SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  /** The mean of {@code count} values whose millionths add up to {@code sum}, rounded. */
  public static int roundedMean(Pollutant pollutant, long sum, int count) {
    long divisor = count * (pollutant == Pollutant.CO ? MILLION / 10 : MILLION);
    long quotient = sum / divisor;
    long twice = 2 * (sum % divisor);
    boolean up = twice > divisor || (twice == divisor && (quotient & 1) == 1);
    return Math.toIntExact(up ? quotient + 1 : quotient);
  }

  private static int decimals(Pollutant pollutant) {
    return pollutant == Pollutant.CO ? 1 : 0;
  }
}
