package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.constantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.reporting.episode.CountedWork;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.WorkCounts;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.episode.persistence.UnitParts.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkCounts implements WorkCounts {
  private static final int ROWS_AT_ONCE = 5_000;

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
  public CountedWork of(UUID warning, int units) {
    UnitParts parts = parts(warning);
    return new CountedWork(
        new WorkTotals(
            parts.units(),
            parts.silentUnits(),
            parts.lateUnits(),
            parts.all(),
            parts.byLevel(),
            parts.late(),
            parts.returned(),
            sql.sql(WorkSql.INFERRED).param("warning", warning).query(Integer.class).single(),
            events(warning)),
        parts.thatMatter(units));
  }

  private UnitParts parts(UUID warning) {
    UnitParts parts = new UnitParts();
    sql.sql(WorkSql.MEMORY).query(String.class).single();
    sql.sql(WorkSql.PARTS)
        .withFetchSize(ROWS_AT_ONCE)
        .param("warning", warning)
        .query(
            row -> {
              parts.add(part(row));
            });
    return parts;
  }

  private Map<DutyStep.Kind, Integer> events(UUID warning) {
    Map<DutyStep.Kind, Integer> events = new EnumMap<>(DutyStep.Kind.class);
    sql.sql(WorkSql.EVENTS)
        .param("warning", warning)
        .query(
            row -> {
              events.put(constant(row, "kind", DutyStep.Kind.class), row.getInt("events"));
            });
    return events;
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("unit"),
        row.getBoolean("after_lift"),
        constantOrNull(row, "level", WarningLevel.class),
        new DutyCounts(
            row.getInt("assigned"),
            row.getInt("accepted"),
            row.getInt("completed"),
            row.getInt("completed_late"),
            row.getInt("overdue"),
            row.getInt("withdrawn"),
            row.getInt("replaced"),
            row.getInt("open")),
        row.getInt("late"),
        row.getInt("returned"),
        row.getBoolean("worked"));
  }
}
