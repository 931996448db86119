package lantian.reporting.episode.persistence;

import static java.util.Objects.requireNonNull;
import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.constantOrNull;
import static lantian.reporting.episode.persistence.Columns.instant;
import static lantian.reporting.episode.persistence.Columns.instantOrNull;
import static lantian.reporting.episode.persistence.Columns.moment;
import static lantian.reporting.episode.persistence.Columns.uuid;
import static lantian.reporting.episode.persistence.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyRecords;
import lantian.reporting.episode.DutyStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDutyRecords implements DutyRecords {
  private static final Set<DutyStep.Kind> WORKED =
      EnumSet.of(DutyStep.Kind.ACCEPTED, DutyStep.Kind.REPORTED, DutyStep.Kind.COMPLETED);

  private static final Set<DutyStep.Kind> TAKEN_ON =
      EnumSet.of(DutyStep.Kind.ACCEPTED, DutyStep.Kind.COMPLETED);

  private final JdbcClient sql;
  private final NamedParameterJdbcTemplate batches;

  JdbcDutyRecords(JdbcClient sql, NamedParameterJdbcTemplate batches) {
    this.sql = sql;
    this.batches = batches;
  }

  @Override
  public void assigned(UUID warning, String unit, List<AssignedWork> work, List<DutyStep> steps) {
    Map<UUID, DutyStep> assigned =
        steps.stream()
            .collect(Collectors.toMap(DutyStep::dutyId, Function.identity(), (a, _) -> a));
    MapSqlParameterSource[] rows =
        work.stream()
            .map(
                w -> {
                  DutyStep step = requireNonNull(assigned.get(w.dutyId()));
                  return parameters(warning, unit, w)
                      .addValue("assignedAt", moment(step.at()))
                      .addValue("level", nameOf(step.level()));
                })
            .toArray(MapSqlParameterSource[]::new);
    int[] kept =
        batches.batchUpdate(
            """
        insert into duty (duty_id, warning_id, unit, code, revision, duty_version, unit_name,
          unit_name_en, statement, statement_en, measure, measure_en, kind, phase, accepted, replaces,
          on_date, due_at, clause, inferred, assigned_at, first_level, first_revision, first_version)
        values (:duty, :warning, :unit, :code, :revision, :dutyVersion, :unitName,
          :unitNameEn, :statement, :statementEn, :measure, :measureEn, :kind, :phase, :accepted, :replaces,
          :onDate, :dueAt, :clause, :inferred, :assignedAt, :level, :revision, :dutyVersion)
        on conflict (duty_id) do update set
          revision = excluded.revision, duty_version = excluded.duty_version,
          unit_name = excluded.unit_name, unit_name_en = excluded.unit_name_en,
          statement = excluded.statement, statement_en = excluded.statement_en,
          measure = excluded.measure, measure_en = excluded.measure_en,
          kind = excluded.kind, phase = excluded.phase,
          accepted = excluded.accepted, replaces = excluded.replaces, on_date = excluded.on_date,
          due_at = excluded.due_at, clause = excluded.clause, inferred = excluded.inferred,
          assigned_at = least(duty.assigned_at, excluded.assigned_at),
          first_level = coalesce(duty.first_level, excluded.first_level),
          first_revision = coalesce(duty.first_revision, excluded.first_revision),
          first_version = coalesce(duty.first_version, excluded.first_version)
        where duty.revision is null
          or (duty.revision, duty.duty_version) < (excluded.revision, excluded.duty_version)
        """,
            rows);
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] == 0) {
        assignedEarlier(rows[i]);
      }
    }
    keep(warning, steps);
  }

  /** An older assignment describes nothing, and yet it was the first. */
  private void assignedEarlier(MapSqlParameterSource row) {
    batches.update(
        """
        update duty set assigned_at = least(assigned_at, :assignedAt),
          first_level = case when (first_revision, first_version) <= (:revision, :dutyVersion)
            then first_level else :level end,
          first_version = case when (first_revision, first_version) <= (:revision, :dutyVersion)
            then first_version else :dutyVersion end,
          first_revision = least(first_revision, :revision)
        where duty_id = :duty
        """,
        row);
  }

  private static MapSqlParameterSource parameters(UUID warning, String unit, AssignedWork work) {
    Text measure = work.measure();
    return new MapSqlParameterSource()
        .addValue("duty", work.dutyId())
        .addValue("warning", warning)
        .addValue("unit", unit)
        .addValue("code", work.code())
        .addValue("revision", work.revision())
        .addValue("dutyVersion", work.dutyVersion())
        .addValue("unitName", work.unitName())
        .addValue("unitNameEn", work.unitNameEn())
        .addValue("statement", work.statement().zh())
        .addValue("statementEn", work.statement().en())
        .addValue("measure", measure == null ? null : measure.zh())
        .addValue("measureEn", measure == null ? null : measure.en())
        .addValue("kind", work.kind().name())
        .addValue("phase", work.phase().name())
        .addValue("accepted", work.accepted())
        .addValue("replaces", work.replaces())
        .addValue("onDate", work.onDate())
        .addValue("dueAt", moment(work.dueAt()))
        .addValue("clause", work.clause())
        .addValue("inferred", work.inferred());
  }

  /** In one statement: a step comes in by itself, and each waits for the one before it. */
  @Override
  public void keep(UUID warning, String unit, String code, DutyStep step) {
    DutyStep.Kind kind = step.kind();
    batches.update(
        """
        with known as (
          insert into duty (duty_id, warning_id, unit, code, worked, taken_on, overdue, completed_late,
            completed_version, returned_version, withdrawn)
          values (:duty, :warning, :unit, :code, :worked, :takenOn, :overdue, :late,
            :completed, :returned, :withdrawn)
          on conflict (duty_id) do update set
            worked = duty.worked or excluded.worked,
            taken_on = duty.taken_on or excluded.taken_on,
            overdue = duty.overdue or excluded.overdue,
            completed_late = case when duty.completed_version < excluded.completed_version
              then excluded.completed_late else duty.completed_late end,
            completed_version = greatest(duty.completed_version, excluded.completed_version),
            returned_version = greatest(duty.returned_version, excluded.returned_version),
            withdrawn = duty.withdrawn or excluded.withdrawn
          returning duty_id, warning_id
        )
        insert into duty_step (duty_id, warning_id, event_id, kind, version, at, revision, level, person, said,
          late)
        select duty_id, warning_id, :event, :kind, :version, :at, cast(:revision as bigint),
          cast(:level as text), cast(:person as text), cast(:said as text), :late
        from known
        on conflict do nothing
        """,
        parameters(step)
            .addValue("warning", warning)
            .addValue("unit", unit)
            .addValue("code", code)
            .addValue("worked", WORKED.contains(kind))
            .addValue("takenOn", TAKEN_ON.contains(kind))
            .addValue("overdue", kind == DutyStep.Kind.OVERDUE)
            .addValue("completed", kind == DutyStep.Kind.COMPLETED ? step.version() : 0)
            .addValue("returned", kind == DutyStep.Kind.RETURNED ? step.version() : 0)
            .addValue("withdrawn", kind == DutyStep.Kind.WITHDRAWN));
  }

  private void keep(UUID warning, List<DutyStep> steps) {
    batches.batchUpdate(
        """
        insert into duty_step (duty_id, warning_id, event_id, kind, version, at, revision, level, person, said,
          late)
        values (:duty, :warning, :event, :kind, :version, :at, :revision, :level, :person, :said, :late)
        on conflict do nothing
        """,
        steps.stream()
            .map(step -> parameters(step).addValue("warning", warning))
            .toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource parameters(DutyStep step) {
    return new MapSqlParameterSource()
        .addValue("duty", step.dutyId())
        .addValue("event", step.eventId())
        .addValue("kind", step.kind().name())
        .addValue("version", step.version())
        .addValue("at", moment(step.at()))
        .addValue("revision", step.revision())
        .addValue("level", nameOf(step.level()))
        .addValue("person", step.by())
        .addValue("said", step.text())
        .addValue("late", step.late());
  }

  private static @Nullable String nameOf(@Nullable WarningLevel level) {
    return level == null ? null : level.name();
  }

  @Override
  public List<DutyRecord> of(UUID warning) {
    return where("d.warning_id = :warning", Map.of("warning", warning));
  }

  @Override
  public List<DutyRecord> of(UUID warning, Collection<String> units) {
    return where(
        "d.warning_id = :warning and d.unit = any(:units)",
        Map.of("warning", warning, "units", units.toArray(String[]::new)));
  }

  @Override
  public List<String> unitsAfter(UUID warning, String unit, int atMost) {
    return sql.sql(
            "select distinct unit from duty where warning_id = ? and unit > ? order by unit limit ?")
        .params(warning, unit, atMost)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<DutyRecord> where(String which, Map<String, Object> values) {
    Map<UUID, List<DutyStep>> steps = new HashMap<>();
    sql.sql("select s.* from duty_step s join duty d using (duty_id) where " + which)
        .params(values)
        .query((row, _) -> step(row))
        .list()
        .forEach(s -> steps.computeIfAbsent(s.dutyId(), d -> new ArrayList<>()).add(s));
    return sql.sql(
            "select d.* from duty d where " + which + " order by unit, code, on_date, duty_id")
        .params(values)
        .query(
            (row, _) ->
                new DutyRecord(
                    uuid(row, "duty_id"),
                    row.getString("unit"),
                    row.getString("code"),
                    row.getObject("revision") == null ? null : work(row),
                    steps.getOrDefault(uuid(row, "duty_id"), List.of())))
        .list();
  }

  private static DutyStep step(ResultSet row) throws SQLException {
    return new DutyStep(
        uuid(row, "event_id"),
        uuid(row, "duty_id"),
        constant(row, "kind", DutyStep.Kind.class),
        row.getLong("version"),
        instant(row, "at"),
        row.getObject("revision", Long.class),
        constantOrNull(row, "level", WarningLevel.class),
        row.getString("person"),
        row.getString("said"),
        row.getBoolean("late"));
  }

  private static AssignedWork work(ResultSet row) throws SQLException {
    return new AssignedWork(
        uuid(row, "duty_id"),
        row.getLong("revision"),
        row.getLong("duty_version"),
        row.getString("unit_name"),
        row.getString("unit_name_en"),
        row.getString("code"),
        new Text(row.getString("statement"), row.getString("statement_en")),
        measure(row),
        constant(row, "kind", DutyKind.class),
        constant(row, "phase", DutyPhase.class),
        row.getBoolean("accepted"),
        uuidOrNull(row, "replaces"),
        row.getObject("on_date", LocalDate.class),
        instantOrNull(row, "due_at"),
        row.getString("clause"),
        row.getBoolean("inferred"));
  }

  private static @Nullable Text measure(ResultSet row) throws SQLException {
    String measure = row.getString("measure");
    return measure == null ? null : new Text(measure, row.getString("measure_en"));
  }
}
