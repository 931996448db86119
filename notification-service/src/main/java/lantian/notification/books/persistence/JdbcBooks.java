package lantian.notification.books.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lantian.kit.observability.Books;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every delivery comes to an end, every call too, and every missing answer to the next person. */
@Repository
class JdbcBooks implements Books {
  private final JdbcClient sql;

  JdbcBooks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, Long> imbalances(Instant now, Duration patience) {
    // What waits, what is under way and what is due has an index each; no more than a thousand are
    // counted.
    return sql.sql(
            """
            select
              (select count(*) from (select 1 from delivery
               where state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN')
                 and due_at < clock_timestamp() - make_interval(secs => :patience)
                 and give_up_at < clock_timestamp() - make_interval(secs => :patience)
               limit 1000) d) as past_end,
              (select count(*) from (select 1 from delivery
               where state in ('CLAIMED', 'CALLING')
                 and deadline < clock_timestamp() - make_interval(secs => :patience)
               limit 1000) d) as without_end,
              (select count(*) from (select 1 from escalation
               where state = 'WAITING' and due_at < :due limit 1000) e) as not_escalated
            """)
        .param("patience", patience.toSeconds())
        .param("due", Timestamp.from(now.minus(patience)))
        .query(
            (rs, _) ->
                Map.of(
                    "DELIVERY_PAST_ITS_END", rs.getLong("past_end"),
                    "CALL_WITHOUT_END", rs.getLong("without_end"),
                    "ESCALATION_PAST_DUE", rs.getLong("not_escalated")))
        .single();
  }
}
