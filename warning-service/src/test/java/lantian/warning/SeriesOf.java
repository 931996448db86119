package lantian.warning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;

/**
 * Builds a series of hours of PM2.5. A block of n ≥ 24 hours of {@link #HEAVY} is a run over 200 of
 * exactly n hours: 24 of them give 202, 23 of them and a clean one 194. Between heavy hours, a
 * block of n ≥ 24 hours of {@link #SEVERE} is a run over 300 of exactly n hours: 304, and 300 with
 * one heavy hour among them.
 */
public final class SeriesOf {
  public static final Instant START = OffsetDateTime.parse("2026-11-01T00:00+08:00").toInstant();
  public static final int CLEAN = 0;
  public static final int HEAVY = 152;
  public static final int SEVERE = 254;

  private final Instant start;
  private final List<HourlyPoint> points = new ArrayList<>();

  private SeriesOf(Instant start) {
    this.start = start;
  }

  public static SeriesOf hours() {
    return new SeriesOf(START);
  }

  public static SeriesOf hoursFrom(String start) {
    return new SeriesOf(OffsetDateTime.parse(start).toInstant());
  }

  public SeriesOf clean(int hours) {
    return of(Pollutant.PM2_5, CLEAN, hours);
  }

  public SeriesOf heavy(int hours) {
    return of(Pollutant.PM2_5, HEAVY, hours);
  }

  public SeriesOf severe(int hours) {
    return of(Pollutant.PM2_5, SEVERE, hours);
  }

  public SeriesOf missing(int hours) {
    return add(Sample.missing(), hours);
  }

  public SeriesOf of(Pollutant pollutant, int value, int hours) {
    return add(new Sample(Map.of(pollutant, BigDecimal.valueOf(value))), hours);
  }

  public SeriesOf add(Sample sample, int hours) {
    for (int i = 0; i < hours; i++) {
      points.add(new HourlyPoint(start.plus(Duration.ofHours(points.size())), sample));
    }
    return this;
  }

  public Series series() {
    return Series.hourly(points);
  }

  /** The time of the hour with this number. */
  public static Instant hour(int number) {
    return START.plus(Duration.ofHours(number));
  }
}
