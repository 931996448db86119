package lantian.bench.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.bench.peer.Copying;
import lantian.bench.run.Stand;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Tokens;
import org.postgresql.PGConnection;

/** The projections built anew from the kept events, and what that is held against. */
final class Rebuilding {

  static final Map<String, String> SETTINGS =
      Map.of("lantian.reporting.rebuild.look-every", "50ms");

  private static final String PATH = "/api/v1/projections/rebuild";
  private static final List<String> TABLES = List.of("duty", "duty_step", "asked_unit");
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  private final Connection connection;
  private final Api.Person operator;
  private final List<Rows> rows = new ArrayList<>();

  /** The rows of a projection, and an empty table like it. */
  private record Rows(String like, long count, Copying copying) {}

  Rebuilding(Stand stand, Connection connection) throws SQLException, IOException {
    this.connection = connection;
    this.operator =
        new Api(stand.ports(), new Tokens(stand.ports(), stand.data()))
            .as("operator", "operator", "*", null);
    for (var table : TABLES) {
      var like = "reporting_like_" + table;
      try (var statement = connection.createStatement()) {
        statement.execute("create table " + like + " (like reporting." + table + " including all)");
      }
      rows.add(
          new Rows(
              like,
              count("reporting." + table),
              new Copying(
                  connection,
                  "select * from reporting." + table,
                  stand.data().path().resolve(like + ".rows"))));
    }
  }

  long events() throws SQLException {
    return count("reporting.kept_event");
  }

  /** Events a second, from the wish to the end. */
  double perSecond() throws SQLException {
    long began = System.nanoTime();
    operator.post(PlatformPort.REPORTING, PATH, null);
    var latest = operator.get(PlatformPort.REPORTING, PATH);
    while (latest.path("state").asString().equals("RUNNING")) {
      LockSupport.parkNanos(LOOK);
      latest = operator.get(PlatformPort.REPORTING, PATH);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (!latest.path("state").asString().equals("DONE") || !latest.path("changes").isEmpty()) {
      throw new IllegalStateException("not as it was: " + latest);
    }
    return events() / seconds;
  }

  /** The same events, read and dropped. */
  double readPerSecond() throws SQLException, IOException {
    long began = System.nanoTime();
    long read =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select * from reporting.kept_event order by place) to stdout (format binary)",
                OutputStream.nullOutputStream());
    return read * 1e9 / (System.nanoTime() - began);
  }

  /** Events a second whose rows are copied into empty tables like the projections. */
  double copiedPerSecond() throws SQLException, IOException {
    double seconds = 0;
    for (var table : rows) {
      seconds += table.count() / table.copying().into(table.like());
    }
    return events() / seconds;
  }

  private long count(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
