package lantian.bench.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.local.demo.Episode;
import lantian.warning.aqi.file.AqiStandardFiles;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.backtest.BackTest;
import lantian.warning.backtest.BackTesting;
import lantian.warning.backtest.PerfectForecasts;
import lantian.warning.damping.DampingChange;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.PolicyFiles;
import lantian.warning.series.DailyValue;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import lantian.warning.series.Series;
import lantian.warning.series.web.SeriesCsv;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Three years of hours by two policies, a forecast each day: the winter of December 2016 over and
 * over, so that the air is often bad. From the text of a file to the comparison, and its steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class BackTestBenchmark {
  private static final int HOURS = 26_304;
  private static final int DAYS = HOURS / 24;
  private static final PerfectForecasts DAILY = new PerfectForecasts(16, 168);

  private byte[] csv;
  private List<HourlyPoint> hours;
  private Series season;
  private Judging judging;
  private BackTesting backTesting;
  private Policy tried;
  private Policy against;

  @Setup
  public void readRulesAndWinters() {
    csv = file(Episode.read(null).hours()).getBytes(StandardCharsets.UTF_8);
    season = read();
    hours = points() instanceof Points.Hourly(var all) ? all : List.of();
    judging = new Judging(AqiStandardFiles.onClassPath());
    backTesting = new BackTesting(judging, new DampingChange(judging), DAILY);
    tried = new PolicyFiles().named("national-2018");
    against = new PolicyFiles().named("national-2024");
    if (played().tried().forecasts() != DAYS || played().against().warnings().size() < DAYS / 36) {
      throw new IllegalStateException("three winters were not played as they should");
    }
    if (eachDayAlone(against) != played().against().changes().size()) {
      throw new IllegalStateException("each day alone changes the level more or less often");
    }
  }

  @Benchmark
  public BackTest fromFileToComparison() {
    return backTesting.compare(read(), tried, against);
  }

  @Benchmark
  public Series read() {
    return points().series(DailyValue.UPPER);
  }

  private Points points() {
    Points points = new SeriesCsv(new FieldRules()).read(csv, HOURS);
    if (points == null) {
      throw new IllegalStateException("the file was refused");
    }
    return points;
  }

  @Benchmark
  public RollingAqi rolled() {
    return judging.rolling(season, tried);
  }

  @Benchmark
  public BackTest played() {
    return backTesting.compare(season, tried, against);
  }

  /** What it would take with each day's series judged by itself. */
  @Benchmark
  public int playedWithEachDayAlone() {
    return eachDayAlone(tried) + eachDayAlone(against);
  }

  private int eachDayAlone(Policy policy) {
    var inForce = WarningLevel.NONE;
    int changes = 0;
    for (int day = 0; day < DAYS; day++) {
      int now = 24 * day + DAILY.hourOfDay();
      var judged =
          judging.judgeLive(
              Series.hourly(
                  hours.subList(
                      Math.max(0, now - policy.historyHours()),
                      Math.min(HOURS, now + 1 + DAILY.hours()))),
              policy,
              season.at(now),
              inForce,
              null);
      if (judged.change() != null) {
        inForce = judged.toLevel();
        changes++;
      }
    }
    return changes;
  }

  private static String file(List<Episode.Hour> winter) {
    Instant start = OffsetDateTime.parse("2023-01-01T00:00+08:00").toInstant();
    var lines = new ArrayList<String>(HOURS + 1);
    lines.add("observed_at,pm2_5_ug_m3,pm10_ug_m3,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3");
    for (int h = 0; h < HOURS; h++) {
      var values = winter.get(h % winter.size()).values();
      lines.add(
          ChinaTime.at(start.plus(Duration.ofHours(h)))
              + List.of(
                      Pollutant.PM2_5,
                      Pollutant.PM10,
                      Pollutant.SO2,
                      Pollutant.NO2,
                      Pollutant.CO,
                      Pollutant.O3)
                  .stream()
                  .map(
                      pollutant ->
                          "," + (values.containsKey(pollutant) ? values.get(pollutant) : ""))
                  .collect(Collectors.joining()));
    }
    return String.join("\n", lines);
  }
}
