package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.constantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.WorkCounts;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.episode.WorkTotals.OfLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkCounts implements WorkCounts {
  private final JdbcClient sql;

  JdbcWorkCounts(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean moreThan(UUID warning, int duties) {
    return sql.sql("select count(*) from (select 1 from duty where warning_id = ? limit ?) those")
            .params(warning, duties + 1L)
            .query(Long.class)
            .single()
        > duties;
  }

  @Override
  public WorkTotals of(UUID warning) {
    Map<DutyStep.Kind, Integer> events = new EnumMap<>(DutyStep.Kind.class);
    sql.sql(WorkSql.EVENTS)
        .param("warning", warning)
        .query(
            row -> {
              events.put(constant(row, "kind", DutyStep.Kind.class), row.getInt("events"));
            });
    int inferred =
        sql.sql(WorkSql.INFERRED).param("warning", warning).query(Integer.class).single();
    List<OfLevel> levels = new ArrayList<>();
    List<Row> all = new ArrayList<>();
    sql.sql(WorkSql.TOTALS)
        .param("warning", warning)
        .query(
            row -> {
              if (row.getString("what").equals("ALL")) {
                all.add(Row.of(row));
              } else {
                levels.add(level(row));
              }
            });
    levels.sort(OfLevel.ORDER);
    Row row = all.getFirst();
    return new WorkTotals(
        row.units,
        row.silent,
        row.lateUnits,
        row.counts,
        levels,
        row.late,
        row.returned,
        inferred,
        events);
  }

  @Override
  public List<String> unitsThatMatter(UUID warning, int atMost) {
    return sql.sql(WorkSql.UNITS_THAT_MATTER)
        .param("warning", warning)
        .param("atMost", atMost)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private record Row(
      DutyCounts counts, int units, int silent, int lateUnits, int late, int returned) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          countsOf(row),
          row.getInt("units"),
          row.getInt("silent"),
          row.getInt("late_units"),
          row.getInt("late"),
          row.getInt("returned"));
    }
  }

  private static OfLevel level(ResultSet row) throws SQLException {
    @Nullable WarningLevel level = constantOrNull(row, "level", WarningLevel.class);
    return new OfLevel(level, row.getBoolean("after_lift"), countsOf(row));
  }

  private static DutyCounts countsOf(ResultSet row) throws SQLException {
    return new DutyCounts(
        row.getInt("assigned"),
        row.getInt("accepted"),
        row.getInt("completed"),
        row.getInt("completed_late"),
        row.getInt("overdue"),
        row.getInt("withdrawn"),
        row.getInt("replaced"),
        row.getInt("open"));
  }
}
