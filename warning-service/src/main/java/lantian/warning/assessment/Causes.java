package lantian.warning.assessment;

import lantian.events.Cause;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes from: a mark of the forecasters, or else its most frequent primary pollutant.
 */
final class Causes {
  private static final Pollutant[] POLLUTANTS = Pollutant.values();

  private Causes() {}

  static Cause of(Run run, RollingAqi rolling, @Nullable Cause mark) {
    if (mark == Cause.DUST || mark == Cause.WILDFIRE || mark == Cause.CROSS_BORDER) {
      return mark;
    }
    int[] hours = new int[POLLUTANTS.length];
    int most = 0;
    for (int h = run.firstOver(); h <= run.lastOver(); h++) {
      for (Pollutant pollutant : POLLUTANTS) {
        if ((rolling.primaryOf(h) & 1 << pollutant.ordinal()) != 0) {
          most = Math.max(most, ++hours[pollutant.ordinal()]);
        }
      }
    }
    if (is(Pollutant.PM2_5, hours, most) || is(Pollutant.PM10, hours, most)) {
      return Cause.PARTICULATE;
    }
    boolean other =
        is(Pollutant.SO2, hours, most)
            || is(Pollutant.NO2, hours, most)
            || is(Pollutant.CO, hours, most);
    return other ? Cause.OTHER : Cause.OZONE;
  }

  private static boolean is(Pollutant pollutant, int[] hours, int most) {
    return hours[pollutant.ordinal()] == most;
  }
}
