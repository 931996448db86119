package lantian.bench.peer;

import java.sql.Connection;
import java.sql.SQLException;

/** What the disk allows: a row a commit, one after another, on one connection. */
public final class Commits {

  private final Connection connection;

  public Commits(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      statement.execute("create table if not exists one_row (id bigserial primary key, said text)");
    }
  }

  /** Makes one. */
  public void one() throws SQLException {
    try (var insert = connection.prepareStatement("insert into one_row (said) values (?)")) {
      insert.setString(1, "a row that is on the disk before the next one is begun");
      insert.executeUpdate();
    }
  }

  /** So many; how many a second. */
  public double perSecond(int commits) throws SQLException {
    long began = System.nanoTime();
    for (int i = 0; i < commits; i++) {
      one();
    }
    return commits * 1e9 / (System.nanoTime() - began);
  }
}
