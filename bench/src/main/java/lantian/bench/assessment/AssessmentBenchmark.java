package lantian.bench.assessment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lantian.events.WarningLevel;
import lantian.local.demo.Episode;
import lantian.warning.aqi.Sample;
import lantian.warning.aqi.file.AqiStandardFiles;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.PolicyFiles;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the 168 points of a forecast to its level: the red week of December 2016. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class AssessmentBenchmark {

  private static final int FIRST = 168;
  private static final int HOURS = 168;

  @Param({"national-2024", "national-2018"})
  public String policyName;

  private List<HourlyPoint> points;
  private Judging judging;
  private Policy policy;

  @Setup
  public void readRulesAndWeek() {
    points =
        Episode.read(null).hours().subList(FIRST, FIRST + HOURS).stream()
            .map(hour -> new HourlyPoint(hour.at(), new Sample(hour.values())))
            .toList();
    judging = new Judging(AqiStandardFiles.onClassPath());
    policy = new PolicyFiles().named(policyName);
    if (judge().level() != WarningLevel.RED) {
      throw new IllegalStateException("the red week of December 2016 is judged " + judge().level());
    }
  }

  @Benchmark
  public Assessment judge() {
    return judging.judge(Series.hourly(points), policy, null);
  }
}
