package lantian.reporting.rebuild.persistence;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantian.kit.crash.CrashPoint;
import lantian.reporting.rebuild.Beside;
import lantian.reporting.rebuild.TableChange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Temporary tables with the names of the projections, found before them by whoever writes in this
 * transaction. They are like them in everything that a table is, need no right that the service
 * does not have, are not written to the log, and go with the transaction.
 *
 * <p>A report that is owed is not among them: one that is missing is opened, one that is there
 * stays as it is.
 */
@Repository
class JdbcBeside implements Beside {
  /** In the order of their references. */
  static final List<String> PROJECTIONS =
      List.of(
          "forecast_run",
          "measured_hour",
          "level_step",
          "proposal_step",
          "duty",
          "duty_step",
          "asked_unit",
          "delivery");

  /** Comparing all of a table takes longer than a statement elsewhere may. */
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

  private final JdbcOperations sql;
  private final String schema;

  JdbcBeside(JdbcOperations sql, @Value("${lantian.schema}") String schema) {
    this.sql = sql;
    this.schema = schema;
  }

  @Override
  public void begin() {
    sql.execute(
        (Connection connection) -> {
          // The pool puts this right when the connection comes back.
          connection.setNetworkTimeout(
              Runnable::run, Math.toIntExact(LONGEST_STATEMENT.toMillis()));
          return null;
        });
    sql.execute("set local statement_timeout = " + LONGEST_STATEMENT.toMillis());
    sql.execute("set local work_mem = '64MB'");
    for (String table : PROJECTIONS) {
      sql.execute(
          "create temporary table %s (like %s including all) on commit drop"
              .formatted(table, inUse(table)));
    }
    // Said, so that statements prepared for the tables in use are not used for these, or these
    // later.
    sql.execute("set local search_path = pg_temp, " + schema);
  }

  @Override
  public List<TableChange> putIn() {
    CrashPoint.REBUILD_READ.reached();
    sql.execute("set constraints all deferred");
    List<TableChange> changes = new ArrayList<>();
    for (String table : PROJECTIONS) {
      sql.execute("analyze pg_temp." + table);
      TableChange change = putIn(table);
      if (change.removed() + change.added() > 0) {
        changes.add(change);
      }
    }
    CrashPoint.REBUILD_PUT_IN.reached();
    return changes;
  }

  private TableChange putIn(String table) {
    String sameKey =
        keyOf(table).stream()
            .map(column -> "anew.%s = was.%s".formatted(column, column))
            .collect(Collectors.joining(" and "));
    int removed =
        sql.update(
            """
            delete from %s was where not exists (
              select 1 from pg_temp.%s anew where %s and anew is not distinct from was)
            """
                .formatted(inUse(table), table, sameKey));
    int added =
        sql.update(
            """
            insert into %s select anew.* from pg_temp.%s anew where not exists (
              select 1 from %s was where %s)
            """
                .formatted(inUse(table), table, inUse(table), sameKey));
    return new TableChange(table, removed, added);
  }

  private String inUse(String table) {
    return schema + "." + table;
  }

  private List<String> keyOf(String table) {
    return sql.query(
        """
        select a.attname from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indisprimary and i.indrelid = cast(? as regclass)
        """,
        (row, _) -> row.getString(1),
        inUse(table));
  }
}
