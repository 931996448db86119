package lantian.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PSQLState;

/** Empties a service's tables between two rounds, beside its surveys, which go on looking. */
public final class Emptying {
  private static final int TRIES = 10;

  private Emptying() {}

  /** {@code tables}: with their schema, and commas between. */
  public static void empty(Connection connection, String tables) throws SQLException {
    for (int tries = 1; ; tries++) {
      try (var statement = connection.createStatement()) {
        statement.execute("truncate " + tables);
        return;
      } catch (SQLException e) {
        // Both wait for each other's table: the database ends one of them, and it was this one.
        if (!PSQLState.DEADLOCK_DETECTED.getState().equals(e.getSQLState()) || tries == TRIES) {
          throw e;
        }
      }
    }
  }
}
