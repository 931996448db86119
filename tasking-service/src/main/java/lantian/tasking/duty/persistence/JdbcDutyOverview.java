package lantian.tasking.duty.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyFilter;
import lantian.tasking.duty.DutyId;
import lantian.tasking.duty.DutyOverview;
import lantian.tasking.duty.DutyStep;
import lantian.tasking.duty.UnitLoad;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Duties as the database counts and pages them. */
@Repository
class JdbcDutyOverview implements DutyOverview {
  private final JdbcClient sql;

  JdbcDutyOverview(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Duty> list(DutyFilter filter, int page, int size) {
    var where = new Where(filter);
    return sql.sql(
            "select * from duty where "
                + where.text()
                + " order by assigned_at desc, position, on_date, id limit :size offset :start")
        .params(where.parameters())
        .param("size", size)
        .param("start", (long) page * size)
        .query(DutyRows::duty)
        .list();
  }

  @Override
  public long count(DutyFilter filter) {
    var where = new Where(filter);
    return sql.sql("select count(*) from duty where " + where.text())
        .params(where.parameters())
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<String> jurisdictionOf(UUID warning) {
    return sql.sql("select jurisdiction from duty where warning_id = ? limit 1")
        .param(warning)
        .query(String.class)
        .optional();
  }

  @Override
  public List<DutyStep> stepsOf(DutyId id) {
    return sql.sql("select * from duty_step where duty_id = ? order by version")
        .param(id.value())
        .query(
            (rs, _) ->
                new DutyStep(
                    rs.getLong("version"),
                    DutyStep.What.valueOf(rs.getString("what")),
                    rs.getTimestamp("at").toInstant(),
                    rs.getString("by"),
                    rs.getString("text")))
        .list();
  }

  @Override
  public List<UnitLoad> loads(String jurisdiction, @Nullable UUID warning) {
    var where = new Where(new DutyFilter("", null, jurisdiction, warning, null, null, null));
    return sql.sql(
            """
            select unit, warning_id,
              count(*) filter (where state in ('ASSIGNED', 'ACCEPTED')) as open,
              count(*) filter (where state in ('ASSIGNED', 'ACCEPTED') and overdue_at is not null) as overdue,
              count(*) filter (where state = 'COMPLETED') as completed,
              count(*) filter (where overdue_at is not null) as ever_overdue
            from duty where\s"""
                + where.text()
                + " group by unit, warning_id order by min(assigned_at), warning_id")
        .params(where.parameters())
        .query(
            (rs, _) ->
                new UnitLoad(
                    rs.getString("unit"),
                    rs.getObject("warning_id", UUID.class),
                    rs.getLong("open"),
                    rs.getLong("overdue"),
                    rs.getLong("completed"),
                    rs.getLong("ever_overdue")))
        .list();
  }

  /** The conditions that a filter asks for; every value is a parameter. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    Where(DutyFilter filter) {
      if (!filter.jurisdictions().isEmpty()) {
        and("starts_with(jurisdiction, :jurisdictions)", "jurisdictions", filter.jurisdictions());
      }
      var mode = filter.mode();
      and("mode = :mode", "mode", mode == null ? null : mode.name());
      and("jurisdiction = :jurisdiction", "jurisdiction", filter.jurisdiction());
      and("warning_id = :warning", "warning", filter.warning());
      and("unit = :unit", "unit", filter.unit());
      var state = filter.state();
      and("state = :state", "state", state == null ? null : state.name());
      and("(overdue_at is not null) = :overdue", "overdue", filter.overdue());
    }

    private void and(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(name, value);
      }
    }

    String text() {
      return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
      return parameters;
    }
  }
}
