package lantian.reporting.rebuild.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import lantian.reporting.rebuild.Rebuild;
import lantian.reporting.rebuild.RebuildState;
import lantian.reporting.rebuild.Rebuilds;
import lantian.reporting.rebuild.TableChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcRebuilds implements Rebuilds {
  private static final TypeReference<List<TableChange>> CHANGES = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JsonMapper json = JsonMapper.builder().build();

  JdbcRebuilds(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Rebuild> add(String askedBy) {
    return sql.sql(
            """
            insert into rebuild (asked_by, events) values (?, (select count(*) from kept_event))
            on conflict do nothing returning *
            """)
        .param(askedBy)
        .query((row, _) -> rebuild(row))
        .optional();
  }

  @Override
  public Optional<Rebuild> last() {
    return sql.sql("select * from rebuild order by rebuild_id desc limit 1")
        .query((row, _) -> rebuild(row))
        .optional();
  }

  /** The lock goes with the transaction, and so with the process. */
  @Override
  public boolean take(long id) {
    return sql.sql(
                "select pg_try_advisory_xact_lock(hashtext(current_schema()), hashtext('rebuild'))")
            .query(Boolean.class)
            .single()
        && sql.sql("select count(*) from rebuild where rebuild_id = ? and state = 'RUNNING'")
                .param(id)
                .query(Long.class)
                .single()
            == 1;
  }

  @Override
  public int begin(long id, long events) {
    return sql.sql(
            """
            update rebuild set tries = tries + 1, events = ?, events_read = 0
            where rebuild_id = ? returning tries
            """)
        .params(events, id)
        .query(Integer.class)
        .single();
  }

  @Override
  public void progress(long id, long read) {
    sql.sql("update rebuild set events_read = ? where rebuild_id = ?").params(read, id).update();
  }

  @Override
  public void end(long id, long read, List<TableChange> changes) {
    sql.sql(
            """
            update rebuild set state = 'DONE', events_read = ?, ended_at = clock_timestamp(), changes = ?::jsonb
            where rebuild_id = ?
            """)
        .params(read, json.writeValueAsString(changes), id)
        .update();
  }

  @Override
  public void fail(long id, String failure) {
    sql.sql(
            """
            update rebuild set state = 'FAILED', ended_at = clock_timestamp(), failure = ?
            where rebuild_id = ? and state = 'RUNNING'
            """)
        .params(failure, id)
        .update();
  }

  @Override
  public Rebuild.Standing standing() {
    return sql.sql(
            """
            select state = 'FAILED' as failed,
              case when state = 'RUNNING' then extract(epoch from clock_timestamp() - asked_at) else 0 end as seconds,
              case when state = 'RUNNING' then greatest(events - events_read, 0) else 0 end as events_left
            from rebuild order by rebuild_id desc limit 1
            """)
        .query(
            (row, _) ->
                new Rebuild.Standing(
                    row.getDouble("seconds"), row.getLong("events_left"), row.getBoolean("failed")))
        .optional()
        .orElse(new Rebuild.Standing(0, 0, false));
  }

  private Rebuild rebuild(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    String changes = row.getString("changes");
    return new Rebuild(
        row.getLong("rebuild_id"),
        RebuildState.valueOf(row.getString("state")),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        row.getInt("tries"),
        row.getLong("events"),
        row.getLong("events_read"),
        ended == null ? null : ended.toInstant(),
        row.getString("failure"),
        changes == null ? List.of() : json.readValue(changes, CHANGES));
  }
}
