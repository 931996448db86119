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

  private static final int TIMES = 10;
  private static final Goal OF_A_MILLION = Goal.atMost(3);

  @Override
  public String name() {
    return "reporting";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    int units = stand.scale().of(20_000, 100);
    int parts = stand.scale().of(5, 1);
    var reads = stand.scale().of(new Turns(2, 5), new Turns(0, 1));
    try (var _ =
            stand.start(
                List.of(Stand.service(PlatformPort.CONSOLE), Stand.service(PlatformPort.REPORTING)),
                Rebuilding.SETTINGS);
        var connection = stand.superuser();
        var topic = new Topic("127.0.0.1:" + stand.ports().of(PlatformPort.KAFKA))) {
      var commits = new Commits(connection);
      var events = new Events();
      topic.put(List.of(events.raised()));
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
          () -> project(topic, connection, more, 0, stand.scale().of(2_000, 20)));
      topic.put(List.of(events.lifted()));
      var report = reportOf(connection, events.warning());
      var reporting = new Reading(stand, report);
      var rows = new Rows(connection, events.warning());
      stand.say("report over " + rows.count() + " duties: " + reads);
      var times =
          reads.of(
              () -> reporting.seconds(""),
              () -> reporting.seconds(".html"),
              () -> reporting.seconds(".docx"),
              rows::seconds);
      Profile.of(stand, "report", () -> reporting.seconds(""));
      var rebuilding = new Rebuilding(stand, connection);
      var rebuilds = stand.scale().of(new Turns(0, 2), new Turns(0, 1));
      stand.say("rebuild from " + rebuilding.events() + " events: " + rebuilds);
      var rebuilt =
          rebuilds.of(
              rebuilding::perSecond, rebuilding::readPerSecond, rebuilding::copiedPerSecond);
      Profile.of(stand, "rebuild", rebuilding::perSecond);
      var name = "report over %,d duties, ".formatted(rows.count());
      var most = new Events();
      topic.put(List.of(most.raised(), most.lifted()));
      var mostOf = new Reading(stand, reportOf(connection, most.warning()));
      stand.say("duties " + TIMES + " times over");
      new Copies(connection, events.warning()).into(most.warning(), TIMES);
      var ofMost =
          stand
              .scale()
              .of(new Turns(1, 3), new Turns(0, 1))
              .of(
                  () -> mostOf.seconds(""),
                  () -> mostOf.seconds(".html"),
                  () -> mostOf.seconds(".docx"));
      Profile.of(stand, "report-of-most", () -> mostOf.seconds(""));
      var nameOfMost =
          "report over %,d duties, ".formatted(new Rows(connection, most.warning()).count());
      var figures =
          List.of(
              Figure.of(
                      "projection events (one warning, one partition)",
                      new Sample(projected),
                      Unit.PER_SECOND)
                  .against("commits of one row on one connection", new Sample(committed))
                  .against("the same records read and dropped", read),
              Figure.of(
                      "projections rebuilt, %,d kept events".formatted(rebuilding.events()),
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
          "Projections in %d parts after one to warm up, commits after each part; report: %s; rebuild, from the wish to the end, nothing else coming in: %s. Goal of the report: 3 s for 1,000,000 duties, which are the others ten times over, put there by SQL."
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
    var last = topic.put(batch);
    while (single(
            connection, "select count(*) from reporting.inbox where event_id = '" + last + "'")
        == 0) {
      LockSupport.parkNanos(LOOK);
    }
    double rate = batch.size() * 1e9 / (System.nanoTime() - began);
    if (single(connection, "select count(*) from reporting.inbox") != before + batch.size()
        || batch.size() != EVENTS_OF_A_UNIT * (to - from)) {
      throw new IllegalStateException("not three events a unit, each once");
    }
    return rate;
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
  private static final class Reading {
    private final Api.Person office;
    private final String report;

    Reading(Stand stand, String report) {
      var api = new Api(stand.ports(), new Tokens(stand.ports(), stand.data()));
      this.office = api.as("office", "office-li", Events.PLACE, null);
      this.report = report;
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
