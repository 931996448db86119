package lantian.warning.tracking.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.damping.Damped;
import lantian.warning.tracking.TrackedRun;
import lantian.warning.tracking.TrackedRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrackedRuns implements TrackedRuns {
  /** Of all sources together the newest are looked at. */
  private static final int MOST_LOOKED_AT = 2_000;

  private final JdbcClient sql;

  JdbcTrackedRuns(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Of the runs before only the last one is read, however many there are: by its source and time,
   * which are given here and not looked up, the index leads to it.
   */
  @Override
  public Optional<WarningLevel> add(Place place, TrackedRun run, @Nullable Assessment alone) {
    Damped damped = run.damped();
    return sql.sql(
            """
            insert into tracked_run as r (forecast_id, judged_at, level, begins_at, ends_at, cause,
              policy, in_force, damped_kind, damped_to, damped_runs, damped_agreeing,
              damped_needed, damped_within_hours, damped_at_once_hours)
            values (:id, :judgedAt, :level, :from, :to, :cause, :policy, :inForce, :kind, :dampedTo,
              :runs, :agreeing, :needed, :within, :atOnce)
            on conflict (forecast_id) do nothing
            returning (
              select before.level
              from forecast f
                join tracked_run before on before.forecast_id = f.id and before.in_force is not null
              where f.jurisdiction = :jurisdiction and f.mode = :mode and f.source = :source
                and f.issued_at < :issuedAt
              order by f.issued_at desc limit 1)
            """)
        .param("jurisdiction", place.jurisdiction())
        .param("mode", place.mode().name())
        .param("source", run.source())
        .param("issuedAt", Timestamp.from(run.issuedAt()))
        .param("id", run.forecastId())
        .param("judgedAt", Timestamp.from(run.judgedAt()))
        .param("level", alone == null ? null : alone.level().name())
        .param("from", timestamp(run.from()))
        .param("to", timestamp(run.to()))
        .param("cause", name(run.cause()))
        .param("policy", alone == null ? null : alone.policy())
        .param("inForce", name(run.inForce()))
        .param("kind", damped == null ? null : damped.kind().name())
        .param("dampedTo", damped == null ? null : damped.to().name())
        .param("runs", damped == null ? null : damped.runs())
        .param("agreeing", damped == null ? null : damped.agreeing())
        .param("needed", damped == null ? null : damped.needed())
        .param("within", damped == null ? null : damped.withinHours())
        .param("atOnce", damped == null ? null : damped.atOnceHours())
        .query((rs, n) -> Optional.ofNullable(level(rs, 1)))
        .optional()
        .flatMap(before -> before);
  }

  @Override
  public List<Place> dampedSince(Instant then) {
    return sql.sql(
            """
            select distinct f.jurisdiction, f.mode
            from forecast f join tracked_run r on r.forecast_id = f.id
            where r.damped_kind is not null and r.judged_at >= ?
            order by f.jurisdiction, f.mode
            """)
        .param(Timestamp.from(then))
        .query((rs, n) -> new Place(rs.getString(1), Mode.valueOf(rs.getString(2))))
        .list();
  }

  @Override
  public List<TrackedRun> latest(String jurisdiction, Mode mode, int mostOfEachSource) {
    return sql.sql(
            """
            select * from (
              select f.source, f.issued_at, r.*,
                row_number() over (partition by f.source order by f.issued_at desc) nth,
                max(f.issued_at) over (partition by f.source) source_last
              from (
                select id, source, issued_at from forecast
                where jurisdiction = ? and mode = ?
                order by issued_at desc, received_at desc limit ?) f
                join tracked_run r on r.forecast_id = f.id and r.in_track) runs
            where nth <= ? order by source_last desc, source, issued_at desc
            """)
        .params(jurisdiction, mode.name(), MOST_LOOKED_AT, mostOfEachSource)
        .query(JdbcTrackedRuns::run)
        .list();
  }

  private static TrackedRun run(ResultSet rs, int n) throws SQLException {
    String cause = rs.getString("cause");
    WarningLevel inForce = level(rs, rs.findColumn("in_force"));
    return new TrackedRun(
        rs.getObject("forecast_id", UUID.class),
        rs.getString("source"),
        rs.getTimestamp("issued_at").toInstant(),
        rs.getTimestamp("judged_at").toInstant(),
        inForce == null ? null : level(rs, rs.findColumn("level")),
        instant(rs, "begins_at"),
        instant(rs, "ends_at"),
        cause == null ? null : Cause.valueOf(cause),
        inForce == null ? null : rs.getString("policy"),
        inForce,
        inForce == null ? null : damped(rs, inForce));
  }

  private static @Nullable Damped damped(ResultSet rs, WarningLevel inForce) throws SQLException {
    String kind = rs.getString("damped_kind");
    return kind == null
        ? null
        : new Damped(
            ChangeKind.valueOf(kind),
            inForce,
            WarningLevel.valueOf(rs.getString("damped_to")),
            rs.getInt("damped_runs"),
            rs.getInt("damped_agreeing"),
            rs.getInt("damped_needed"),
            rs.getInt("damped_within_hours"),
            rs.getInt("damped_at_once_hours"));
  }

  private static @Nullable WarningLevel level(ResultSet rs, int column) throws SQLException {
    String level = rs.getString(column);
    return level == null ? null : WarningLevel.valueOf(level);
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
