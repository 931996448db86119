package lantian.warning.assessment;

import lantian.events.Pollutant;
import lantian.warning.aqi.AqiKind;
import lantian.warning.aqi.AqiStandard;
import lantian.warning.aqi.Breakpoints;
import lantian.warning.aqi.Concentration;
import lantian.warning.aqi.Indicator;
import lantian.warning.series.Series;

/**
 * The window of 24 hours that ends with the current one, moved hour by hour over a series.
 *
 * <p>A mean is valid with 20 hourly values; an 8-hour mean of ozone with 6, their maximum with 14
 * of the 17 that lie wholly inside (GB 3095, HJ 663).
 */
final class Windows {
  static final int HOURS = 24;

  private static final int VALID_HOURS = 20;
  private static final int EIGHT = 8;
  private static final int VALID_OF_EIGHT = 6;
  private static final int VALID_EIGHT_HOUR_MEANS = 14;
  private static final int NO_MEAN = -1;
  private static final Pollutant[] MEANS = {
    Pollutant.PM2_5, Pollutant.PM10, Pollutant.SO2, Pollutant.NO2, Pollutant.CO
  };

  private final long[][] values = new long[Pollutant.values().length][];
  private final long[] sums = new long[Pollutant.values().length];
  private final int[] counts = new int[Pollutant.values().length];

  /** The rounded 8-hour mean of ozone that ends with each hour. */
  private final int[] eightHourMeans;

  private long eightHourSum;
  private int eightHourCount;
  private int hour = -1;
  private int aqi;
  private int primary;

  Windows(Series series) {
    for (Pollutant pollutant : Pollutant.values()) {
      values[pollutant.ordinal()] = series.millionths(pollutant);
    }
    eightHourMeans = new int[series.hours()];
  }

  /** Moves on to the next hour. */
  void moveTo(int next) {
    hour = next;
    for (Pollutant pollutant : MEANS) {
      int p = pollutant.ordinal();
      long[] ofOne = values[p];
      add(p, ofOne[next], 1);
      if (next >= HOURS) {
        add(p, ofOne[next - HOURS], -1);
      }
    }
    moveEightHours(next);
  }

  private void add(int p, long value, int sign) {
    if (value != Series.MISSING) {
      sums[p] += sign * value;
      counts[p] += sign;
    }
  }

  private void moveEightHours(int next) {
    long[] ozone = values[Pollutant.O3.ordinal()];
    if (ozone[next] != Series.MISSING) {
      eightHourSum += ozone[next];
      eightHourCount++;
    }
    if (next >= EIGHT && ozone[next - EIGHT] != Series.MISSING) {
      eightHourSum -= ozone[next - EIGHT];
      eightHourCount--;
    }
    eightHourMeans[next] =
        next >= EIGHT - 1 && eightHourCount >= VALID_OF_EIGHT
            ? Concentration.roundedMean(Pollutant.O3, eightHourSum, eightHourCount)
            : NO_MEAN;
  }

  /** Judges the window that ends with the current hour. */
  void judge(AqiStandard standard) {
    aqi = RollingAqi.NONE;
    primary = 0;
    for (Pollutant pollutant : MEANS) {
      int p = pollutant.ordinal();
      if (counts[p] >= VALID_HOURS) {
        int mean = Concentration.roundedMean(pollutant, sums[p], counts[p]);
        count(pollutant, standard.subIndex(daily(pollutant), mean));
      }
    }
    int eightHourMaximum = eightHourMaximum();
    if (eightHourMaximum != NO_MEAN) {
      int sub = standard.subIndex(Indicator.O3_8H, eightHourMaximum);
      Indicator instead =
          sub == Breakpoints.NO_SUB_INDEX ? standard.insteadOf(Indicator.O3_8H) : null;
      count(Pollutant.O3, instead == null ? sub : standard.subIndex(instead, oneHourMaximum()));
    }
    if (aqi <= AqiStandard.NAMED_ABOVE) {
      primary = 0;
    }
    if (aqi != RollingAqi.NONE) {
      aqi = Math.max(aqi, standard.lowestAqi());
    }
  }

  int aqi() {
    return aqi;
  }

  int primary() {
    return primary;
  }

  private void count(Pollutant pollutant, int subIndex) {
    if (subIndex > aqi) {
      aqi = subIndex;
      primary = 0;
    }
    if (subIndex == aqi && subIndex != Breakpoints.NO_SUB_INDEX) {
      primary |= 1 << pollutant.ordinal();
    }
  }

  private int eightHourMaximum() {
    int valid = 0;
    int largest = NO_MEAN;
    for (int h = hour - HOURS + EIGHT; h <= hour; h++) {
      if (eightHourMeans[h] != NO_MEAN) {
        valid++;
        largest = Math.max(largest, eightHourMeans[h]);
      }
    }
    return valid >= VALID_EIGHT_HOUR_MEANS ? largest : NO_MEAN;
  }

  private int oneHourMaximum() {
    long[] ozone = values[Pollutant.O3.ordinal()];
    long largest = 0;
    for (int h = hour - HOURS + 1; h <= hour; h++) {
      largest = Math.max(largest, ozone[h]);
    }
    return Concentration.roundedMean(Pollutant.O3, largest, 1);
  }

  private static Indicator daily(Pollutant pollutant) {
    return Indicator.of(AqiKind.DAILY, pollutant);
  }
}
