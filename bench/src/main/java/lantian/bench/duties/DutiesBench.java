package lantian.bench.duties;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.peer.Copying;
import lantian.bench.peer.FlowableTasks;
import lantian.bench.run.Bench;
import lantian.bench.run.Profile;
import lantian.bench.run.Stand;
import lantian.bench.run.Turns;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.PlatformService;
import lantian.tasking.TaskingService;
import lantian.tasking.response.RecordingFanOut;

/**
 * How many duties a level change creates in a second, against COPY of the same rows and against
 * Flowable's tasks.
 */
public final class DutiesBench implements Bench {

  private static final Goal OF_COPY = Goal.atLeast(0.5);

  /** How much is measured of one size. */
  private record Size(int firms, Turns turns, int flowableTasks) {}

  @Override
  public String name() {
    return "duties";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    var all =
        stand
            .scale()
            .of(
                List.of(
                    new Size(1_000, new Turns(2, 7), 2_000),
                    new Size(10_000, new Turns(1, 5), 5_000),
                    new Size(200_000, new Turns(0, 3), 5_000)),
                List.of(new Size(100, new Turns(0, 1), 100)));
    var sizes = all.stream().filter(size -> size.firms() <= stand.atMost()).toList();
    var figures = new ArrayList<Figure>();
    try (var platform = stand.start(List.of(tasking()), Map.of());
        var connection = stand.superuser();
        var flowable = flowable(stand)) {
      var recording = platform.beansOf(PlatformPort.TASKING).getBean(RecordingFanOut.class);
      for (var size : sizes) {
        stand.say(size.firms() + " firms: " + size.turns());
        figures.addAll(measure(stand, recording, connection, flowable, size));
      }
    }
    var how = sizes.stream().map(size -> size.firms() + " units: " + size.turns()).toList();
    return new Outcome(figures, String.join("; ", how) + ". `fsync` and `synchronous_commit` on.");
  }

  private static List<Figure> measure(
      Stand stand,
      RecordingFanOut recording,
      Connection connection,
      FlowableTasks flowable,
      Size size)
      throws Exception {
    var ours = new FanningOut(recording, connection, size.firms());
    ours.once();
    var copying = like(connection, stand.data().path().resolve("duties.copy"));
    var told = new ArrayList<Double>();
    var samples =
        size.turns()
            .of(
                () -> {
                  var outcome = ours.once();
                  told.add(outcome.told());
                  return outcome.duties();
                },
                () -> copying.into("tasking.like_duty"),
                () -> copying.into("tasking.bare_duty"),
                () -> flowable.start(size.flowableTasks()));
    stand.say("medians: " + samples.stream().map(sample -> Math.round(sample.median())).toList());
    Profile.of(stand, "duties-" + size.firms(), ours::once);
    var name = "%,d units × 5".formatted(size.firms());
    return List.of(
        Figure.of("duties durable, " + name, samples.get(0), Unit.PER_SECOND)
            .against(
                "COPY of the same rows into a table like it, with its indexes and checks",
                samples.get(1),
                OF_COPY)
            .against("COPY of the same rows, primary key and one index only", samples.get(2))
            .against(
                "Flowable %s, %,d separate instances, 100 a transaction, no history"
                    .formatted(FlowableTasks.VERSION, size.flowableTasks()),
                samples.get(3)),
        Figure.of(
            "units told by event (the broker has answered), " + name,
            new Sample(told.subList(size.turns().warmUp(), told.size())),
            Unit.PER_SECOND));
  }

  /** Tables for the rows of the fan-out that has just been written. */
  private static Copying like(Connection connection, Path rows) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists tasking.like_duty, tasking.bare_duty");
      statement.execute("create table tasking.like_duty (like tasking.duty including all)");
      statement.execute("create table tasking.bare_duty (like tasking.duty)");
      statement.execute("alter table tasking.bare_duty add primary key (id)");
      statement.execute("create index on tasking.bare_duty (warning_id)");
    }
    return new Copying(connection, "select * from tasking.duty", rows);
  }

  private static PlatformService tasking() {
    var usual = Stand.service(PlatformPort.TASKING);
    return new PlatformService(
        usual.port(),
        usual.schema(),
        () -> TaskingService.application().sources(PlansOfFirms.class));
  }

  private static FlowableTasks flowable(Stand stand) throws SQLException {
    return new FlowableTasks(
        "jdbc:postgresql://127.0.0.1:" + stand.ports().of(PlatformPort.POSTGRES) + "/",
        "postgres",
        stand.data().secret("postgres"));
  }
}
