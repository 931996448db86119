package lantian.tasking.duty.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.kit.copy.Copying;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyEvent;
import lantian.tasking.duty.DutyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Duties in the tables {@code duty} and {@code duty_step}; new ones go to the database by COPY,
 * other sets of rows as one JSON parameter. Rows are locked in the order of their ids, so that two
 * changes wait for one another and never for good.
 */
@Repository
class JdbcDuties implements Duties {
  private static final Comparator<Duty> BY_PLAN =
      Comparator.<Duty>comparingInt(duty -> duty.assignment().position())
          .thenComparing(duty -> duty.assignment().dueAt())
          .thenComparing(duty -> duty.id().value());

  private final JdbcClient sql;
  private final Copying copying;
  private final JsonMapper json;

  JdbcDuties(JdbcClient sql, Copying copying, JsonMapper json) {
    this.sql = sql;
    this.copying = copying;
    this.json = json;
  }

  @Override
  public Optional<Duty> find(DutyId id) {
    return sql.sql("select * from duty where id = ?")
        .param(id.value())
        .query(DutyRows::duty)
        .optional();
  }

  @Override
  public Optional<Duty> take(DutyId id) {
    return sql.sql("select * from duty where id = ? for update")
        .param(id.value())
        .query(DutyRows::duty)
        .optional();
  }

  @Override
  public List<Duty> takeUnaccepted(UUID warning, String jurisdiction, String unit) {
    return sql
        .sql(
            """
            select * from duty
            where warning_id = ? and jurisdiction = ? and unit = ? and state = 'ASSIGNED'
            order by id for update
            """)
        .params(warning, jurisdiction, unit)
        .query(DutyRows::duty)
        .list()
        .stream()
        .sorted(BY_PLAN)
        .toList();
  }

  @Override
  public List<Duty> takeAsked(UUID warning, Collection<String> units) {
    return takeAsked("unit = any(?)", warning, units);
  }

  @Override
  public List<String> unitsWithDaily(UUID warning, String after, int atMost) {
    return sql.sql(
            """
            select distinct unit from duty
            where warning_id = ? and unit > ? and ended_at is null and phase = 'IN_FORCE' and on_date is not null
            order by unit limit ?
            """)
        .params(warning, after, atMost)
        .query((rs, _) -> rs.getString("unit"))
        .list();
  }

  @Override
  public List<Duty> takeAskedOutside(UUID warning, Collection<String> units) {
    return takeAsked("unit <> all(?)", warning, units);
  }

  private List<Duty> takeAsked(String ofUnits, UUID warning, Collection<String> units) {
    return sql
        .sql(
            """
            select * from duty
            where warning_id = ? and ended_at is null and phase = 'IN_FORCE' and\s"""
                + ofUnits
                + " order by id for update")
        .params(warning, units.toArray(String[]::new))
        .query(DutyRows::duty)
        .list()
        .stream()
        .sorted(BY_PLAN)
        .toList();
  }

  @Override
  public Runnable adding(Collection<Duty> added) {
    if (added.isEmpty()) {
      return () -> {};
    }
    var rows = DutyCopy.rows(added);
    return () -> {
      if (!copying.copyIfNew(DutyCopy.STATEMENT, rows)) {
        addWhatIsNew(added);
      }
    };
  }

  /** Some are there already: a change that is written again writes what is missing of it. */
  private void addWhatIsNew(Collection<Duty> added) {
    sql.sql(
            """
            insert into duty
            select r.* from jsonb_populate_recordset(null::duty, cast(? as jsonb)) r
            on conflict (id) do nothing
            """)
        .param(json.writeValueAsString(added.stream().map(DutyColumns::of).toList()))
        .update();
  }

  @Override
  public void save(Collection<? extends DutyEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    // Of several events of one duty the last is how it stands now.
    var changed =
        sql.sql(
                """
                with step as (
                  insert into duty_step (duty_id, version, what, at, by, text)
                  select r.duty_id, r.version, r.what, r.at, r.by, r.text
                  from jsonb_populate_recordset(null::duty_step, cast(:steps as jsonb)) r
                ), now as (
                  select distinct on (r.id) r.*
                  from jsonb_populate_recordset(null::duty, cast(:duties as jsonb)) r
                  order by r.id, r.version desc
                )
                update duty d set
                  version = now.version, state = now.state,
                  accepted_by = now.accepted_by, accepted_at = now.accepted_at,
                  completed_by = now.completed_by, completed_at = now.completed_at,
                  late = now.late, evidence = now.evidence
                from now where d.id = now.id and d.version < now.version
                """)
            .param("steps", json.writeValueAsString(events.stream().map(StepColumns::of).toList()))
            .param(
                "duties",
                json.writeValueAsString(
                    events.stream().map(event -> DutyColumns.of(event.duty())).toList()))
            .update();
    if (changed != events.stream().map(event -> event.duty().id()).distinct().count()) {
      throw new IllegalStateException("a duty was changed by somebody else in between");
    }
  }

  @Override
  public List<Duty> replace(Collection<DutyId> replaced, Instant at) {
    return end(replaced, "REPLACED", at);
  }

  @Override
  public List<Duty> withdraw(Collection<DutyId> withdrawn, Instant at) {
    return end(withdrawn, "WITHDRAWN", at);
  }

  private List<Duty> end(Collection<DutyId> ids, String state, Instant at) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var array = ids.stream().map(DutyId::value).toArray(UUID[]::new);
    var closed =
        sql.sql(
                """
                with closed as (
                  update duty set state = :state, ended_at = :at, version = version + 1
                  where id = any(:ids) and state in ('ASSIGNED', 'ACCEPTED')
                  returning *
                ), step as (
                  insert into duty_step (duty_id, version, what, at)
                  select id, version, cast(:state as text), cast(:at as timestamptz) from closed
                )
                select * from closed
                """)
            .param("state", state)
            .param("at", Timestamp.from(at))
            .param("ids", array)
            .query(DutyRows::duty)
            .list();
    sql.sql(
            """
            update duty set ended_at = :at
            where id = any(:ids) and state = 'COMPLETED' and ended_at is null
            """)
        .param("at", Timestamp.from(at))
        .param("ids", array)
        .update();
    return closed.stream().sorted(BY_PLAN).toList();
  }

  @Override
  public List<Duty> markOverdue(Instant now, int atMost) {
    return sql.sql(
            """
            with due as (
              select id from duty
              where state in ('ASSIGNED', 'ACCEPTED') and overdue_at is null and due_at < :now
              order by due_at, id limit :atMost
              for update skip locked
            ), marked as (
              update duty d set overdue_at = :now, version = version + 1
              from due where d.id = due.id
              returning d.*
            ), step as (
              insert into duty_step (duty_id, version, what, at)
              select id, version, 'OVERDUE', cast(:now as timestamptz) from marked
            )
            select * from marked order by due_at, warning_id, position, id
            """)
        .param("now", Timestamp.from(now))
        .param("atMost", atMost)
        .query(DutyRows::duty)
        .list();
  }
}
