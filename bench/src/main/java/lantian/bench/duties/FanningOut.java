package lantian.bench.duties;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.bench.run.Emptying;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.tasking.response.LevelChange;
import lantian.tasking.response.RecordingFanOut;

/**
 * A level change, from its record to the last durable duty, by tasking-service's own workers; its
 * relay sends the events meanwhile, as it does in service.
 */
final class FanningOut {

  /** Now, so that nothing is overdue or unanswered for long while it is measured. */
  private static final Instant AT = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

  private final RecordingFanOut recording;
  private final Connection connection;
  private final int firms;

  FanningOut(RecordingFanOut recording, Connection connection, int firms) {
    this.recording = recording;
    this.connection = connection;
    this.firms = firms;
  }

  /** Duties a second. */
  double duties() throws SQLException {
    return once().duties();
  }

  /** What one level change took. {@code told}: events a second, up to the broker's last answer. */
  record Outcome(double duties, double told) {}

  Outcome once() throws SQLException {
    clear();
    var warning = UUID.randomUUID();
    long began = System.nanoTime();
    recording.record(change(warning), AT);
    await("select state <> 'OPEN' from tasking.fan_out where warning_id = '" + warning + "'");
    long written = System.nanoTime();
    await("select not exists (select 1 from tasking.outbox where sent_at is null)");
    long told = System.nanoTime();
    check(warning);
    return new Outcome(
        duties(firms) * 1e9 / (written - began), firms * 1e9 / (double) (told - began));
  }

  static long duties(int firms) {
    return (long) PlansOfFirms.DUTIES_OF_A_FIRM * firms;
  }

  private LevelChange change(UUID warning) {
    return new LevelChange(
        warning,
        1,
        Mode.LIVE,
        PlansOfFirms.place(firms),
        "某地",
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.RED,
        Response.COLOURED,
        AT,
        AT,
        null);
  }

  private void clear() throws SQLException {
    Emptying.empty(
        connection,
        "tasking.duty_step, tasking.duty, tasking.fan_out, tasking.response, tasking.outbox");
    execute("checkpoint");
  }

  private void check(UUID warning) throws SQLException {
    if (!holds(
        "select state = 'WHOLE' and (select count(*) from tasking.duty) = %d from tasking.fan_out where warning_id = '%s'"
            .formatted(duties(firms), warning))) {
      throw new IllegalStateException("the fan-out is not whole");
    }
  }

  private void await(String condition) throws SQLException {
    while (!holds(condition)) {
      LockSupport.parkNanos(LOOK);
    }
  }

  private boolean holds(String condition) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(condition)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var s = connection.createStatement()) {
      s.execute(statement);
    }
  }
}
