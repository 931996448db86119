package lantian.warning.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.warning.aqi.Concentration;
import org.jspecify.annotations.Nullable;

/**
 * Hours without a gap, each with its concentrations or with the AQI of its day. Immutable; hours
 * are numbered from 0.
 */
public final class Series {
  /** A value that is missing. */
  public static final long MISSING = -1;

  private static final int SECONDS = 3600;
  private static final int HOURS_A_DAY = 24;
  private static final int MOST_HOURS = 200_000;
  private static final Pollutant[] POLLUTANTS = Pollutant.values();

  private final long firstHour;
  private final int hours;
  private final long[][] millionths;
  private final int[] dayAqi;
  private final int[] dayPrimary;

  private Series(long firstHour, long lastHour) {
    if (lastHour < firstHour || lastHour - firstHour >= MOST_HOURS) {
      throw new IllegalArgumentException("a series of " + (lastHour - firstHour + 1) + " hours");
    }
    this.firstHour = firstHour;
    this.hours = Math.toIntExact(lastHour - firstHour + 1);
    this.millionths = new long[POLLUTANTS.length][hours];
    for (long[] ofOne : millionths) {
      Arrays.fill(ofOne, MISSING);
    }
    this.dayAqi = new int[hours];
    Arrays.fill(dayAqi, (int) MISSING);
    this.dayPrimary = new int[hours];
  }

  /** Hourly values in any order; an hour in between that is not given is missing as a whole. */
  public static Series hourly(Collection<HourlyPoint> points) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (HourlyPoint point : points) {
      first = Math.min(first, hourOf(point.at()));
      last = Math.max(last, hourOf(point.at()));
    }
    Series series = new Series(first, last);
    for (HourlyPoint point : points) {
      int h = Math.toIntExact(hourOf(point.at()) - first);
      for (Map.Entry<Pollutant, BigDecimal> value : point.sample().values().entrySet()) {
        series.millionths[value.getKey().ordinal()][h] = Concentration.millionths(value.getValue());
      }
    }
    return series;
  }

  /** Daily values, each taken at the 24 hours of its day. */
  public static Series daily(Collection<DailyPoint> points, DailyValue which) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (DailyPoint point : points) {
      first = Math.min(first, firstHourOf(point.date()));
      last = Math.max(last, firstHourOf(point.date()) + HOURS_A_DAY - 1);
    }
    Series series = new Series(first, last);
    for (DailyPoint point : points) {
      int start = Math.toIntExact(firstHourOf(point.date()) - first);
      int mask = 0;
      for (Pollutant pollutant : point.primaryPollutants()) {
        mask |= 1 << pollutant.ordinal();
      }
      Arrays.fill(series.dayAqi, start, start + HOURS_A_DAY, point.value(which));
      Arrays.fill(series.dayPrimary, start, start + HOURS_A_DAY, mask);
    }
    return series;
  }

  /**
   * What was measured up to and including {@code now}, and the forecast after it. An hour up to now
   * that was not measured is taken from the forecast, where that has it.
   */
  public static Series joining(@Nullable Series observed, Instant now, @Nullable Series forecast) {
    long nowHour = Math.floorDiv(now.getEpochSecond(), SECONDS);
    boolean measured = observed != null && observed.firstHour <= nowHour;
    if (observed == null || !measured) {
      if (forecast == null) {
        throw new IllegalArgumentException("neither an observation nor a forecast");
      }
      return forecast;
    }
    long lastMeasured = Math.min(nowHour, observed.firstHour + observed.hours - 1);
    long first = observed.firstHour;
    long last = lastMeasured;
    if (forecast != null) {
      first = Math.min(first, forecast.firstHour);
      last = Math.max(last, forecast.firstHour + forecast.hours - 1);
    }
    Series joined = new Series(first, last);
    if (forecast != null) {
      joined.take(forecast, 0, forecast.hours);
    }
    for (int h = 0; h <= lastMeasured - observed.firstHour; h++) {
      if (observed.hasValues(h)) {
        joined.take(observed, h, h + 1);
      }
    }
    return joined;
  }

  /** Those of its hours that lie in this time, both ends counted; empty where none does. */
  public Optional<Series> between(Instant from, Instant to) {
    long begin = Math.max(firstHour, Math.ceilDiv(from.getEpochSecond(), SECONDS));
    long end = Math.min(firstHour + hours - 1, hourOf(to));
    if (end < begin) {
      return Optional.empty();
    }
    Series part = new Series(begin, end);
    part.takeAt(0, this, Math.toIntExact(begin - firstHour), part.hours);
    return Optional.of(part);
  }

  private void take(Series other, int from, int to) {
    takeAt(Math.toIntExact(other.firstHour + from - firstHour), other, from, to - from);
  }

  private void takeAt(int at, Series other, int from, int length) {
    for (int p = 0; p < POLLUTANTS.length; p++) {
      System.arraycopy(other.millionths[p], from, millionths[p], at, length);
    }
    System.arraycopy(other.dayAqi, from, dayAqi, at, length);
    System.arraycopy(other.dayPrimary, from, dayPrimary, at, length);
  }

  private boolean hasValues(int h) {
    for (long[] ofOne : millionths) {
      if (ofOne[h] != MISSING) {
        return true;
      }
    }
    return dayAqi[h] != MISSING;
  }

  public int hours() {
    return hours;
  }

  public Instant first() {
    return at(0);
  }

  public Instant last() {
    return at(hours - 1);
  }

  /** The hour with this number. */
  public Instant at(int h) {
    return Instant.ofEpochSecond((firstHour + h) * SECONDS);
  }

  /**
   * Millionths of µg/m³ (CO: mg/m³) by hour, {@link #MISSING} where missing; not to be written to.
   */
  public long[] millionths(Pollutant pollutant) {
    return millionths[pollutant.ordinal()];
  }

  /** Whether the hour carries the AQI of its day instead of concentrations. */
  public boolean isDaily(int h) {
    return dayAqi[h] != MISSING;
  }

  public int dayAqi(int h) {
    return dayAqi[h];
  }

  /** Bit {@code pollutant.ordinal()} is set for each primary pollutant of the day. */
  public int dayPrimary(int h) {
    return dayPrimary[h];
  }

  /** The number of the first hour of the natural day that the hour lies in; may be negative. */
  public int startOfDay(int h) {
    LocalDate date = ChinaTime.dateOf(at(h));
    return Math.toIntExact(firstHourOf(date) - firstHour);
  }

  private static long hourOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  private static long firstHourOf(LocalDate date) {
    return hourOf(date.atStartOfDay(ChinaTime.ZONE).toInstant());
  }
}
