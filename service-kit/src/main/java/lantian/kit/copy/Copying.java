package lantian.kit.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.JdbcOperations;

/** Puts rows into tables by COPY, in the transaction at hand. */
public final class Copying {
  private static final int BUFFER = 1 << 16;

  private final JdbcOperations jdbc;

  public Copying(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code statement}: {@code copy table (columns) from stdin (format binary)}. */
  public void copy(String statement, BinaryRows rows) {
    jdbc.execute(
        (Connection connection) -> {
          copy(connection, statement, rows);
          return null;
        });
  }

  /**
   * The same, unless one of the rows is there already: then none of them is put in, the transaction
   * stands as before, and the answer is false.
   */
  public boolean copyIfNew(String statement, BinaryRows rows) {
    return Boolean.TRUE.equals(
        jdbc.execute(
            (Connection connection) -> {
              var before = connection.setSavepoint();
              try {
                copy(connection, statement, rows);
                connection.releaseSavepoint(before);
                return true;
              } catch (SQLException e) {
                if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                  throw e;
                }
                connection.rollback(before);
                return false;
              }
            }));
  }

  private static void copy(Connection connection, String statement, BinaryRows rows)
      throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new ByteArrayInputStream(rows.whole()), BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from memory: it does not happen
    }
  }
}
