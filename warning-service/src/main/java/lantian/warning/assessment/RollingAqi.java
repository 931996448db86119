package lantian.warning.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.warning.aqi.AqiStandard;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;

/**
 * The daily AQI over every 24 consecutive hours of a series (日AQI可按连续24小时计算, 可以跨自然日), and that of
 * the day for the hours of a daily forecast.
 */
public final class RollingAqi {
  /** An hour before the first full window, or with no valid pollutant. */
  static final int NONE = -1;

  private static final Pollutant[] POLLUTANTS = Pollutant.values();
  private static final int LAST_HOUR_OF_DAY = 23;

  private final Series series;
  private final int[] aqi;
  private final int[] primary;

  private RollingAqi(Series series) {
    this.series = series;
    this.aqi = new int[series.hours()];
    this.primary = new int[series.hours()];
    Arrays.fill(aqi, NONE);
  }

  /** Every window judged by the standard that holds on the date of its last hour. */
  public static RollingAqi of(Series series, Function<LocalDate, AqiStandard> standards) {
    RollingAqi rolling = new RollingAqi(series);
    Windows windows = new Windows(series);
    AqiStandard first = standards.apply(ChinaTime.dateOf(series.first()));
    AqiStandard last = standards.apply(ChinaTime.dateOf(series.last()));
    for (int h = 0; h < series.hours(); h++) {
      windows.moveTo(h);
      if (series.isDaily(h)) {
        rolling.aqi[h] = series.dayAqi(h);
        rolling.primary[h] = series.dayPrimary(h);
      } else if (h >= Windows.HOURS - 1) {
        AqiStandard standard =
            first.equals(last) ? first : standards.apply(ChinaTime.dateOf(series.at(h)));
        windows.judge(standard);
        rolling.aqi[h] = windows.aqi();
        rolling.primary[h] = windows.primary();
      }
    }
    return rolling;
  }

  int size() {
    return aqi.length;
  }

  int aqiOf(int h) {
    return aqi[h];
  }

  int primaryOf(int h) {
    return primary[h];
  }

  Series series() {
    return series;
  }

  /** The hour with which the hours that this value speaks of begin. */
  int beginOf(int h) {
    return series.isDaily(h) ? series.startOfDay(h) : h - (Windows.HOURS - 1);
  }

  /** The largest value; null where there is none. */
  public @Nullable Integer peak() {
    int largest = NONE;
    for (int value : aqi) {
      largest = Math.max(largest, value);
    }
    return largest == NONE ? null : largest;
  }

  /** From the first full window on; of a day with one value, its last hour only. */
  public List<AqiAt> hours() {
    List<AqiAt> hours = new ArrayList<>(aqi.length);
    for (int h = 0; h < aqi.length; h++) {
      if (series.isDaily(h) ? endsDay(h) : h >= Windows.HOURS - 1) {
        hours.add(at(h));
      }
    }
    return hours;
  }

  /** The AQI of the natural days that lie wholly in the series, at their last hour. */
  public List<AqiAt> days() {
    List<AqiAt> days = new ArrayList<>();
    for (int h = 0; h < aqi.length; h++) {
      if (endsDay(h) && (series.isDaily(h) || h >= Windows.HOURS - 1)) {
        days.add(at(h));
      }
    }
    return days;
  }

  private AqiAt at(int h) {
    Instant at = series.at(h);
    if (aqi[h] == NONE) {
      return new AqiAt(at, null, List.of());
    }
    List<Pollutant> pollutants = new ArrayList<>(1);
    for (Pollutant pollutant : POLLUTANTS) {
      if ((primary[h] & 1 << pollutant.ordinal()) != 0) {
        pollutants.add(pollutant);
      }
    }
    return new AqiAt(at, aqi[h], pollutants);
  }

  private boolean endsDay(int h) {
    return series.at(h).atZone(ChinaTime.ZONE).getHour() == LAST_HOUR_OF_DAY;
  }
}
