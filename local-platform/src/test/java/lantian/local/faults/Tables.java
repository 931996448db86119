package lantian.local.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lantian.local.process.DatabaseProcess;

/** What stands in the services' tables. */
record Tables(DatabaseProcess database) {

  /** Makes something of a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String query, Reading<T> reading) {
    try (var connection = database.connect();
        var rows = connection.createStatement().executeQuery(query)) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  long count(String query) {
    return rows(query, row -> row.getLong(1)).getFirst();
  }

  String text(String query) {
    return rows(query, row -> row.getString(1)).getFirst();
  }
}
