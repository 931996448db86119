package lantian.bench.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.peer.Commits;
import lantian.bench.run.Bench;
import lantian.bench.run.Profile;
import lantian.bench.run.Stand;
import lantian.bench.run.Turns;
import lantian.events.Topics;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Tokens;

/** Events become projections, and projections a report. */
public final class ReportingBench implements Bench {

  private static final int EVENTS_OF_A_UNIT = 3;
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

  private static final Goal OF_A_MILLION = Goal.atMost(3);

  @Override
  public String name() {
    return "reporting";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    int units = stand.scale().of(2_000, 100);
    int parts = stand.scale().of(3, 1);
    var reads = stand.scale().of(new Turns(1, 3), new Turns(0, 1));
    try (var _ =
            stand.start(
                List.of(Stand.service(PlatformPort.CONSOLE), Stand.service(PlatformPort.REPORTING)),
                Rebuilding.SETTINGS);
        var connection = stand.superuser();
        var topic = new Topic("127.0.0.1:" + stand.ports().of(PlatformPort.KAFKA))) {
      var commits = new Commits(connection);
      var events = new Events();
      awaitTaken(connection, topic.put(List.of(events.raised())));
      var projected = new ArrayList<Double>();
      var committed = new ArrayList<Double>();
      for (int part = 0; part <= parts; part++) {
        int from = units * part / (parts + 1);
        int to = units * (part + 1) / (parts + 1);
        stand.say("projecting units " + from + " to " + to);
        double rate = project(topic, connection, events, from, to);
        double limit = commits.perSecond(stand.scale().of(2_000, 50));
        if (part > 0) {
          projected.add(rate);
          committed.add(limit);
        }
      }
      var read = new Turns(1, 3).of(() -> topic.readBare(Topics.DUTIES)).getFirst();
      var more = new Events();
      Profile.of(
          stand,
          "projections",
          () -> project(topic, connection, more, 0, stand.scale().of(1_000, 20)));
      var rebuilding = new Rebuilding(stand, connection);
      long kept = rebuilding.events();
      var rebuilds = stand.scale().of(new Turns(0, 2), new Turns(0, 1));
      stand.say("rebuild from " + kept + " events: " + rebuilds);
      var rebuilt =
          rebuilds.of(
              rebuilding::perSecond, rebuilding::readPerSecond, rebuilding::copiedPerSecond);
      Profile.of(stand, "rebuild", rebuilding::perSecond);
      // From here on there are duties that no event has told of.
      var copies = new Copies(connection, events.warning());
      var many = reportOver(stand, topic, copies, stand.scale().of(10, 2));
      var rows = new Rows(connection, many.warning());
      stand.say("report over " + many.duties() + " duties: " + reads);
      var times =
          reads.of(
              () -> many.seconds(""),
              () -> many.seconds(".html"),
              () -> many.seconds(".docx"),
              rows::seconds);
      Profile.of(stand, "report", () -> many.seconds(""));
      var most = reportOver(stand, topic, copies, stand.scale().of(100, 4));
      stand.say("report over " + most.duties() + " duties: " + reads);
      var ofMost =
          reads.of(
              () -> most.seconds(""), () -> most.seconds(".html"), () -> most.seconds(".docx"));
      Profile.of(stand, "report-of-most", () -> most.seconds(""));
      var name = "report over %,d duties, ".formatted(many.duties());
      var nameOfMost = "report over %,d duties, ".formatted(most.duties());
      var figures =
          List.of(
              Figure.of(
                      "projection events (one warning, one partition)",
                      new Sample(projected),
                      Unit.PER_SECOND)
                  .against("commits of one row on one connection", new Sample(committed))
                  .against("the same records read and dropped", read),
              Figure.of(
                      "projections rebuilt, %,d kept events".formatted(kept),
                      rebuilt.get(0),
                      Unit.PER_SECOND)
                  .against("the same events read back by COPY and dropped", rebuilt.get(1))
                  .against("COPY of the rows they come to, into tables like them", rebuilt.get(2)),
              Figure.of(name + "JSON", times.get(0), Unit.SECONDS)
                  .against("the same rows read once by JDBC", times.get(3)),
              Figure.of(name + "HTML", times.get(1), Unit.SECONDS),
              Figure.of(name + "Word", times.get(2), Unit.SECONDS),
              Figure.of(nameOfMost + "JSON", ofMost.get(0), Unit.SECONDS).aimingAt(OF_A_MILLION),
              Figure.of(nameOfMost + "HTML", ofMost.get(1), Unit.SECONDS).aimingAt(OF_A_MILLION),
              Figure.of(nameOfMost + "Word", ofMost.get(2), Unit.SECONDS).aimingAt(OF_A_MILLION));
      return new Outcome(
          figures,
          "Projections in %d parts after one to warm up, commits after each part; report: %s; rebuild, from the wish to the end, nothing else coming in: %s. The duties that are reported on are the projected ones many times over, put there by SQL; five for each unit, one of them done."
              .formatted(parts, reads, rebuilds));
    }
  }

  private static double project(Topic topic, Connection connection, Events events, int from, int to)
      throws SQLException {
    long before = single(connection, "select count(*) from reporting.inbox");
    var batch = events.ofUnits(from, to);
    long began = System.nanoTime();
    // They are of one partition: with the last all have taken effect. Counting them would be work
    // beside it.
    awaitTaken(connection, topic.put(batch));
    double rate = batch.size() * 1e9 / (System.nanoTime() - began);
    if (single(connection, "select count(*) from reporting.inbox") != before + batch.size()
        || batch.size() != EVENTS_OF_A_UNIT * (to - from)) {
      throw new IllegalStateException("not three events a unit, each once");
    }
    return rate;
  }

  private static void awaitTaken(Connection connection, UUID event) throws SQLException {
    while (single(
            connection, "select count(*) from reporting.inbox where event_id = '" + event + "'")
        == 0) {
      LockSupport.parkNanos(LOOK);
    }
  }

  /** The report on a lifted warning that has the duties so many times over. */
  private static Reading reportOver(Stand stand, Topic topic, Copies copies, int times)
      throws SQLException {
    var told = new Events();
    topic.put(List.of(told.raised(), told.lifted()));
    stand.say("duties " + times + " times over");
    copies.into(told.warning(), times);
    return new Reading(
        stand,
        told.warning(),
        reportOf(copies.connection(), told.warning()),
        new Rows(copies.connection(), told.warning()).count());
  }

  private static String reportOf(Connection connection, UUID warning) throws SQLException {
    while (true) {
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select report_id from reporting.report where warning_id = '" + warning + "'")) {
        if (row.next()) {
          return row.getString(1);
        }
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  private static long single(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The report as somebody reads it over REST. */
  private record Reading(Api.Person office, UUID warning, String report, long duties) {

    Reading(Stand stand, UUID warning, String report, long duties) {
      this(
          new Api(stand.ports(), new Tokens(stand.ports(), stand.data()))
              .as("office", "office-li", Events.PLACE, null),
          warning,
          report,
          duties);
    }

    double seconds(String form) {
      long began = System.nanoTime();
      var body = office.download(PlatformPort.REPORTING, "/api/v1/reports/" + report + form);
      if (body.length == 0) {
        throw new IllegalStateException("an empty report");
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /** The rows that a report rests on. */
  private record Rows(Connection connection, UUID warning) {

    long count() throws SQLException {
      return single(
          connection, "select count(*) from reporting.duty where warning_id = '" + warning + "'");
    }

    double seconds() throws SQLException {
      long began = System.nanoTime();
      long cells = 0;
      for (var query :
          List.of(
              "select * from reporting.duty where warning_id = '%s'",
              "select s.* from reporting.duty_step s join reporting.duty d using (duty_id) where d.warning_id = '%s'")) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery(query.formatted(warning))) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              cells += rows.getObject(i) == null ? 0 : 1;
            }
          }
        }
      }
      if (cells == 0) {
        throw new IllegalStateException("no rows");
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }
}
