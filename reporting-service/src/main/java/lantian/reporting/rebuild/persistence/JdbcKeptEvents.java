package lantian.reporting.rebuild.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantian.kit.intake.EventKeeper;
import lantian.reporting.rebuild.KeptEvent;
import lantian.reporting.rebuild.KeptEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptEvents implements KeptEvents, EventKeeper {
  private final JdbcClient sql;

  JdbcKeptEvents(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void keep(UUID id, Instant time, String type, byte[] payload) {
    sql.sql(
            """
            insert into kept_event (event_id, type, told_at, payload) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(id, type, time.atOffset(ZoneOffset.UTC), payload)
        .update();
  }

  @Override
  public long missing() {
    return sql.sql(
            """
            select count(*) from inbox i
            where not exists (select 1 from kept_event k where k.event_id = i.event_id)
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public long count() {
    return sql.sql("select count(*) from kept_event").query(Long.class).single();
  }

  /** Whoever takes an event in begins with its inbox row. */
  @Override
  public void hold() {
    sql.sql("lock table inbox in share mode").update();
  }

  @Override
  public long lastPlace() {
    return sql.sql("select coalesce(max(place), 0) from kept_event").query(Long.class).single();
  }

  @Override
  public List<KeptEvent> between(long after, long upTo, int atMost) {
    return sql.sql("select * from kept_event where place > ? and place <= ? order by place limit ?")
        .params(after, upTo, atMost)
        .query(
            (row, _) ->
                new KeptEvent(
                    row.getLong("place"),
                    row.getObject("event_id", UUID.class),
                    row.getTimestamp("told_at").toInstant(),
                    row.getString("type"),
                    row.getBytes("payload")))
        .list();
  }
}
