package lantian.bench.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.run.Bench;
import lantian.bench.run.Scale;
import lantian.bench.run.Stand;
import lantian.local.platform.RunningPlatforms;

/** {@code ./lantian up --detach} and {@code ./lantian demo} as people call them. */
public final class StartBench implements Bench {

  private static final Goal HEALTHY_WITHIN = Goal.atMost(15);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    int starts = stand.scale().of(3, 1);
    var fresh = new ArrayList<Double>();
    var again = new ArrayList<Double>();
    var idle = new ArrayList<Double>();
    for (int i = 0; i < starts; i++) {
      var data = stand.data().path().resolve("start-" + i);
      fresh.add(up(stand, data));
      idle.add(memory(stand, data));
      down(stand, data);
      if (stand.scale() == Scale.FULL) {
        again.add(up(stand, data));
        down(stand, data);
      }
    }
    var figures = new ArrayList<Figure>();
    figures.add(
        Figure.of("start to all healthy, new data", new Sample(fresh), Unit.SECONDS)
            .aimingAt(HEALTHY_WITHIN));
    if (!again.isEmpty()) {
      figures.add(
          Figure.of("start to all healthy, data that is there", new Sample(again), Unit.SECONDS)
              .aimingAt(HEALTHY_WITHIN));
    }
    figures.add(Figure.of("memory idle, JVM and PostgreSQL", new Sample(idle), Unit.MEBIBYTES));
    if (stand.scale() == Scale.FULL) {
      figures.addAll(demo(stand));
    }
    return new Outcome(
        figures,
        starts
            + " starts on new folders"
            + (stand.scale() == Scale.FULL
                ? ", each once more; the demo of December 2016 once"
                : "")
            + ". Memory is the sum of the processes' proportional sets (what they share counts once).");
  }

  private static double up(Stand stand, Path data) throws Exception {
    long began = System.nanoTime();
    await(lantian(stand, data, "up", "--detach").start());
    return (System.nanoTime() - began) / 1e9;
  }

  private static void down(Stand stand, Path data) throws Exception {
    await(lantian(stand, data, "down").start());
  }

  private static double memory(Stand stand, Path data) {
    var platform = RunningPlatforms.ofThisUser().at(stand.ports().base()).orElseThrow();
    return Memory.of(platform.pid(), data.resolve("postgres"));
  }

  private static List<Figure> demo(Stand stand) throws Exception {
    var data = stand.data().path().resolve("demo-data");
    var seen = new ArrayList<Double>();
    long began = System.nanoTime();
    var demo =
        lantian(stand, data, "demo", "--json")
            .redirectOutput(stand.data().path().resolve("demo.json").toFile())
            .start();
    while (demo.isAlive()) {
      LockSupport.parkNanos(LOOK);
      seen.add(Memory.of(demo.pid(), data.resolve("demo/postgres")));
    }
    await(demo);
    var memory = new Sample(seen.stream().filter(value -> value > 0).toList());
    return List.of(
        Figure.of("memory under the demo, at its most", Sample.of(memory.most()), Unit.MEBIBYTES),
        Figure.of(
            "the demo of December 2016, both places",
            Sample.of((System.nanoTime() - began) / 1e9),
            Unit.SECONDS));
  }

  private static ProcessBuilder lantian(Stand stand, Path data, String... words) throws Exception {
    var platform = stand.home().resolve("local-platform");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + platform.resolve("jvm.options"));
    command.add("-jar");
    try (var jars =
        Files.newDirectoryStream(platform.resolve("target"), "local-platform-*SNAPSHOT.jar")) {
      command.add(jars.iterator().next().toString());
    }
    command.addAll(List.of(words));
    command.addAll(List.of("--port-base", Integer.toString(stand.ports().base())));
    command.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(false)
        .redirectError(stand.data().path().resolve("commands.log").toFile());
  }

  private static void await(Process process) throws InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("a command of lantian ended with " + code);
    }
  }
}
