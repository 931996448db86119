package lantian.bench.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The duties of a warning, many times over as those of another, with all their steps. */
record Copies(Connection connection, UUID of) {

  /** Gives each copy ids and a unit of its own. */
  void into(UUID warning, int times) throws SQLException {
    var id = "md5('" + warning + "' || %s::text || n)::uuid";
    copy(
        "duty",
        times,
        Map.of(
            "warning_id",
            "'" + warning + "'::uuid",
            "duty_id",
            id.formatted("t.duty_id"),
            "unit",
            "t.unit || '-' || n"));
    copy(
        "duty_step",
        times,
        Map.of(
            "warning_id", "'" + warning + "'::uuid",
            "duty_id", id.formatted("t.duty_id"),
            "event_id", id.formatted("t.event_id")));
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze reporting.duty, reporting.duty_step");
    }
  }

  private void copy(String table, int times, Map<String, String> others) throws SQLException {
    var columns = new StringBuilder();
    var values = new StringBuilder();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select column_name from information_schema.columns where table_schema = 'reporting'"
                    + " and table_name = '"
                    + table
                    + "'")) {
      while (rows.next()) {
        var column = rows.getString(1);
        columns.append(columns.isEmpty() ? "" : ", ").append(column);
        values
            .append(values.isEmpty() ? "" : ", ")
            .append(others.getOrDefault(column, "t." + column));
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute(
          "insert into reporting.%1$s (%2$s) select %3$s from reporting.%1$s t, generate_series(1, %4$d) n where t.warning_id = '%5$s'"
              .formatted(table, columns, values, times, of));
    }
  }
}
