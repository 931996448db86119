package lantian.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Looks every few milliseconds at what the server's connections do, and at what they wait for. */
final class StatementSampler implements AutoCloseable {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int MOST = 14;

  private final Connection connection;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::lookUntilClosed, "statement-sampler");
  private volatile boolean open = true;
  private int looks;

  StatementSampler(Connection connection) {
    this.connection = connection;
  }

  void start() {
    thread.start();
  }

  private void lookUntilClosed() {
    try (var statement =
        connection.prepareStatement(
            """
            select coalesce(wait_event_type || ' ' || wait_event, 'runs'),
              case when state = 'active'
                then left(regexp_replace(query, '\\s+', ' ', 'g'), 70) else state end
            from pg_stat_activity
            where pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'
            """)) {
      while (open) {
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            seen.merge(rows.getString(1) + " | " + rows.getString(2), 1, Integer::sum);
          }
        }
        looks++;
        LockSupport.parkNanos(PAUSE);
      }
    } catch (SQLException e) {
      seen.put("the server could not be asked: " + e.getMessage(), 1);
    }
  }

  /** Connections at once, in the mean over the time. */
  String summary() throws InterruptedException {
    open = false;
    thread.join();
    return "connections of PostgreSQL, in the mean, by what they wait for and what they do:\n"
        + seen.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(
                entry -> "  %5.2f  %s".formatted(entry.getValue() / (double) looks, entry.getKey()))
            .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws SQLException {
    open = false;
    connection.close();
  }
}
