package lantian.kit.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the outbox that the broker has not confirmed. */
record UnsentEvents(JdbcClient sql) {

  /** The oldest, for whoever holds the lease under this token; nothing for anybody else. */
  List<OutboxRow> oldest(UUID token, int atMost) {
    return sql.sql(
            """
            select seq, event_id, topic, key, type, occurred_at, payload, traceparent
            from outbox
            where sent_at is null
              and exists (select 1 from relay_lease where holder = ? and until > clock_timestamp())
            order by seq limit ?
            """)
        .params(token, atMost)
        .query(UnsentEvents::row)
        .list();
  }

  void markSent(List<UUID> confirmed) {
    if (!confirmed.isEmpty()) {
      sql.sql(
              """
              update outbox set sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null
              where event_id = any(?)
              """)
          .param(confirmed.toArray(UUID[]::new))
          .update();
    }
  }

  void note(Map<UUID, String> failures) {
    failures.forEach(
        (eventId, error) ->
            sql.sql("update outbox set attempts = attempts + 1, last_error = ? where event_id = ?")
                .params(error, eventId)
                .update());
  }

  private static OutboxRow row(ResultSet rs, int n) throws SQLException {
    return new OutboxRow(
        rs.getLong("seq"),
        rs.getObject("event_id", UUID.class),
        rs.getString("topic"),
        rs.getString("key"),
        rs.getString("type"),
        rs.getTimestamp("occurred_at").toInstant(),
        rs.getBytes("payload"),
        rs.getString("traceparent"));
  }
}
