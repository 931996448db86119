package lantian.bench.assessment;

import java.util.List;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.run.Bench;
import lantian.bench.run.Stand;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One forecast judged, measured by JMH in JVMs of its own. */
public final class AssessmentBench implements Bench {

  private static final Goal GOAL = Goal.atMost(200);

  @Override
  public String name() {
    return "assessment";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    int forks = stand.scale().of(3, 1);
    int warmUp = stand.scale().of(5, 1);
    int iterations = stand.scale().of(10, 2);
    var options =
        new OptionsBuilder()
            .include(AssessmentBenchmark.class.getName())
            .forks(forks)
            .warmupIterations(warmUp)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.milliseconds(stand.scale().of(1_000, 200)))
            .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    var results = new Runner(options).run();
    return new Outcome(
        results.stream().map(AssessmentBench::figure).toList(),
        "JMH, %d forks, %d iterations of a second to warm up and %d measured in each."
            .formatted(forks, warmUp, iterations));
  }

  private static Figure figure(RunResult result) {
    var values =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    return Figure.of(
            "168 hours judged by " + result.getParams().getParam("policyName"),
            new Sample(List.copyOf(values)),
            Unit.MICROSECONDS)
        .aimingAt(GOAL);
  }
}
