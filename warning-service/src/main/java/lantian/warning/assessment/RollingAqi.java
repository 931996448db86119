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

  /** Of all hours of the series those that this is about; hours are numbered from its first. */
  private final int first;

  private final int size;

  private RollingAqi(Series series) {
    this(series, new int[series.hours()], new int[series.hours()], 0, series.hours());
    Arrays.fill(aqi, NONE);
  }

  private RollingAqi(Series series, int[] aqi, int[] primary, int first, int size) {
    this.series = series;
    this.aqi = aqi;
    this.primary = primary;
    this.first = first;
    this.size = size;
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

  /**
   * As it would be of these hours alone, with nothing computed again: no hour has a value before
   * the first 24 of them, and all others have the one that they have here.
   *
   * @param from the number of the first hour
   * @param to the number of the hour after the last one
   */
  public RollingAqi between(int from, int to) {
    if (from < 0 || to > size || from >= to) {
      throw new IllegalArgumentException("hours " + from + " to " + to + " of " + size);
    }
    return new RollingAqi(series, aqi, primary, first + from, to - from);
  }

  public int size() {
    return size;
  }

  /** The hour with this number; it may lie before the first or after the last one. */
  public Instant at(int h) {
    return series.at(first + h);
  }

  public Instant last() {
    return at(size - 1);
  }

  int aqiOf(int h) {
    return hasValue(h) ? aqi[first + h] : NONE;
  }

  int primaryOf(int h) {
    return hasValue(h) ? primary[first + h] : 0;
  }

  private boolean hasValue(int h) {
    return h >= Windows.HOURS - 1 || series.isDaily(first + h);
  }

  /** The hour with which the hours that this value speaks of begin. */
  int beginOf(int h) {
    return series.isDaily(first + h)
        ? series.startOfDay(first + h) - first
        : h - (Windows.HOURS - 1);
  }

  /** The largest value; null where there is none. */
  public @Nullable Integer peak() {
    int largest = NONE;
    for (int h = 0; h < size; h++) {
      largest = Math.max(largest, aqiOf(h));
    }
    return largest == NONE ? null : largest;
  }

  /** From the first full window on; of a day with one value, its last hour only. */
  public List<AqiAt> hours() {
    List<AqiAt> hours = new ArrayList<>(size);
    for (int h = 0; h < size; h++) {
      if (series.isDaily(first + h) ? endsDay(h) : h >= Windows.HOURS - 1) {
        hours.add(aqiAt(h));
      }
    }
    return hours;
  }

  /** The AQI of the natural days that lie wholly in the series, at their last hour. */
  public List<AqiAt> days() {
    List<AqiAt> days = new ArrayList<>();
    for (int h = 0; h < size; h++) {
      if (endsDay(h) && hasValue(h)) {
        days.add(aqiAt(h));
      }
    }
    return days;
  }

  private AqiAt aqiAt(int h) {
    Instant at = at(h);
    if (aqiOf(h) == NONE) {
      return new AqiAt(at, null, List.of());
    }
    List<Pollutant> pollutants = new ArrayList<>(1);
    for (Pollutant pollutant : POLLUTANTS) {
      if ((primaryOf(h) & 1 << pollutant.ordinal()) != 0) {
        pollutants.add(pollutant);
      }
    }
    return new AqiAt(at, aqiOf(h), pollutants);
  }

  private boolean endsDay(int h) {
    return at(h).atZone(ChinaTime.ZONE).getHour() == LAST_HOUR_OF_DAY;
  }
}
