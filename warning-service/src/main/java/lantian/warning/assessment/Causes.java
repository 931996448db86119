package lantian.warning.assessment;

import java.util.ArrayList;
import java.util.List;
import lantian.events.Cause;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes from: a mark of the forecasters, or else its most frequent primary pollutant.
 */
final class Causes {
  private static final Pollutant[] POLLUTANTS = Pollutant.values();

  private Causes() {}

  static CauseFound of(Run run, RollingAqi rolling, @Nullable Cause mark) {
    int[] hours = new int[POLLUTANTS.length];
    int most = 0;
    int named = 0;
    for (int h = run.firstOver(); h <= run.lastOver(); h++) {
      int primary = rolling.primaryOf(h);
      named += primary == 0 ? 0 : 1;
      for (Pollutant pollutant : POLLUTANTS) {
        if ((primary & 1 << pollutant.ordinal()) != 0) {
          most = Math.max(most, ++hours[pollutant.ordinal()]);
        }
      }
    }
    List<Pollutant> frequent = new ArrayList<>(1);
    for (Pollutant pollutant : POLLUTANTS) {
      if (hours[pollutant.ordinal()] == most) {
        frequent.add(pollutant);
      }
    }
    return mark == Cause.DUST || mark == Cause.WILDFIRE || mark == Cause.CROSS_BORDER
        ? new CauseFound(mark, true, frequent, most, named)
        : new CauseFound(of(frequent), false, frequent, most, named);
  }

  /** On a tie particulate before others before ozone. */
  private static Cause of(List<Pollutant> frequent) {
    if (frequent.contains(Pollutant.PM2_5) || frequent.contains(Pollutant.PM10)) {
      return Cause.PARTICULATE;
    }
    boolean other =
        frequent.contains(Pollutant.SO2)
            || frequent.contains(Pollutant.NO2)
            || frequent.contains(Pollutant.CO);
    return other ? Cause.OTHER : Cause.OZONE;
  }
}
