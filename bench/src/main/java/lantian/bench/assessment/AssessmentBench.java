package lantian.bench.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.run.Bench;
import lantian.bench.run.Scale;
import lantian.bench.run.Stand;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One forecast judged, and three years played, measured by JMH in JVMs of their own. */
public final class AssessmentBench implements Bench {

  private static final Goal FORECAST = Goal.atMost(200);
  private static final Goal SEASON = Goal.atMost(2_000);
  private static final String THREE_YEARS = "three years of hours, two policies, ";

  @Override
  public String name() {
    return "assessment";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    var figures = new ArrayList<Figure>();
    for (var result : measured(AssessmentBenchmark.class, stand.scale())) {
      figures.add(
          Figure.of(
                  "168 hours judged by " + result.getParams().getParam("policyName"),
                  sample(result),
                  Unit.MICROSECONDS)
              .aimingAt(FORECAST));
    }
    figures.addAll(season(stand.scale()));
    return new Outcome(
        figures,
        "JMH, %d forks, %d iterations of a second to warm up and %d measured in each."
            .formatted(forks(stand.scale()), warmUp(stand.scale()), iterations(stand.scale())));
  }

  private static List<Figure> season(Scale scale) throws RunnerException {
    Map<String, Sample> samples =
        measured(BackTestBenchmark.class, scale).stream()
            .collect(
                Collectors.toMap(
                    result -> result.getPrimaryResult().getLabel(), AssessmentBench::sample));
    return List.of(
        season("from a CSV file to the comparison", samples, "fromFileToComparison")
            .aimingAt(SEASON),
        season("of this: the file read", samples, "read"),
        season("of this: AQI of every window of 24 hours", samples, "rolled"),
        season("windows, each day, both policies", samples, "played")
            .against(
                "the same, each day's series made and judged by itself",
                of(samples, "playedWithEachDayAlone")));
  }

  private static Figure season(String what, Map<String, Sample> samples, String measured) {
    return Figure.of(THREE_YEARS + what, of(samples, measured), Unit.MILLISECONDS);
  }

  private static Sample of(Map<String, Sample> samples, String measured) {
    return Objects.requireNonNull(samples.get(measured), measured);
  }

  private static Collection<RunResult> measured(Class<?> benchmark, Scale scale)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .forks(forks(scale))
            .warmupIterations(warmUp(scale))
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations(scale))
            .measurementTime(TimeValue.milliseconds(scale.of(1_000, 200)))
            .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }

  private static int forks(Scale scale) {
    return scale.of(3, 1);
  }

  private static int warmUp(Scale scale) {
    return scale.of(5, 1);
  }

  private static int iterations(Scale scale) {
    return scale.of(10, 2);
  }

  private static Sample sample(RunResult result) {
    return new Sample(
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList());
  }
}
