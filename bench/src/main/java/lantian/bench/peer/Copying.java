package lantian.bench.peer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The limit of what a database takes: rows that are already there in its own binary form, copied
 * into an empty table in one transaction.
 */
public final class Copying {

  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final Path rows;

  /** Keeps the rows that the query gives. */
  public Copying(Connection connection, String query, Path rows) throws SQLException, IOException {
    this.connection = connection;
    this.rows = rows;
    try (var out = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (" + query + ") to stdout (format binary)", out);
    }
  }

  /** Rows a second, durable. */
  public double into(String table) throws SQLException, IOException {
    execute("truncate " + table);
    execute("checkpoint");
    try (var in = new BufferedInputStream(Files.newInputStream(rows), BUFFER)) {
      long began = System.nanoTime();
      long copied =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin (format binary)", in, BUFFER);
      return copied * 1e9 / (System.nanoTime() - began);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var s = connection.createStatement()) {
      s.execute(statement);
    }
  }
}
