package lantian.warning.forecast.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Resolution;
import lantian.events.WarningLevel;
import lantian.warning.forecast.IssuedRun;
import lantian.warning.forecast.IssuedRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIssuedRuns implements IssuedRuns {
  /** Of runs that were stored before there were columns for it, the JSON says when they begin. */
  private static final String RUNS =
      """
      select f.id, f.jurisdiction, f.source, f.issued_at, f.resolution, f.cause_mark, f.policy,
             coalesce(f.first_at, (f.points->0->>'at')::timestamptz,
               (f.points->0->>'date')::timestamp at time zone 'Asia/Shanghai') from_at,
             coalesce(f.last_at, (f.points->-1->>'at')::timestamptz,
               (f.points->-1->>'date')::timestamp at time zone 'Asia/Shanghai'
                 + interval '23 hours') to_at,
             f.received_at, f.received_by, r.level, r.policy level_policy,
             exists (select from forecast later where later.jurisdiction = f.jurisdiction
               and later.mode = f.mode and later.source = f.source
               and later.issued_at > f.issued_at) superseded
      from forecast f left join tracked_run r on r.forecast_id = f.id
      """;

  private static final String WANTED =
      """
       where f.jurisdiction = any(:jurisdictions) and f.mode = :mode
        and (:source::text is null or f.source = :source)
        and (:from::timestamptz is null or f.issued_at >= :from)
        and (:before::timestamptz is null or f.issued_at < :before)
      """;

  private final JdbcClient sql;

  JdbcIssuedRuns(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public long count(Wanted wanted) {
    return with(sql.sql("select count(*) from forecast f" + WANTED), wanted)
        .query(Long.class)
        .single();
  }

  @Override
  public List<IssuedRun> list(Wanted wanted, int page, int size) {
    return with(
            sql.sql(
                RUNS
                    + WANTED
                    + " order by f.issued_at desc, f.received_at desc, f.id limit :size offset :skip"),
            wanted)
        .param("size", size)
        .param("skip", (long) page * size)
        .query(JdbcIssuedRuns::run)
        .list();
  }

  @Override
  public Optional<IssuedRun> find(UUID id) {
    return sql.sql(RUNS + " where f.id = ?").param(id).query(JdbcIssuedRuns::run).optional();
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Wanted wanted) {
    return statement
        .param("jurisdictions", wanted.jurisdictions().toArray(String[]::new))
        .param("mode", wanted.mode().name())
        .param("source", wanted.source())
        .param("from", timestamp(wanted.from()))
        .param("before", timestamp(wanted.before()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static IssuedRun run(ResultSet rs, int n) throws SQLException {
    String mark = rs.getString("cause_mark");
    String level = rs.getString("level");
    return new IssuedRun(
        rs.getObject("id", UUID.class),
        rs.getString("jurisdiction"),
        rs.getString("source"),
        rs.getTimestamp("issued_at").toInstant(),
        Resolution.valueOf(rs.getString("resolution")),
        mark == null ? null : Cause.valueOf(mark),
        rs.getString("policy"),
        rs.getTimestamp("from_at").toInstant(),
        rs.getTimestamp("to_at").toInstant(),
        rs.getTimestamp("received_at").toInstant(),
        rs.getString("received_by"),
        level == null ? null : WarningLevel.valueOf(level),
        rs.getString("level_policy"),
        rs.getBoolean("superseded"));
  }
}
