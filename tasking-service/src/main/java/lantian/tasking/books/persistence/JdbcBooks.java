package lantian.tasking.books.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lantian.kit.observability.Books;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every level change has its fan-out, which gets whole; what is due and not done is overdue. */
@Repository
class JdbcBooks implements Books {
  private final JdbcClient sql;

  JdbcBooks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, Long> imbalances(Instant now, Duration patience) {
    // A response is one row a warning; fan-outs that are not whole and duties that fall due have an
    // index each. No more than a thousand are counted.
    return sql.sql(
            """
            select
              (select count(*) from response r
               where r.fanning_out is not null and not exists (select 1 from fan_out f
                 where f.warning_id = r.warning_id and f.revision = r.revision)) as without_fan_out,
              (select count(*) from fan_out
               where state in ('OPEN', 'FAILED')
                 and recorded_at < clock_timestamp() - make_interval(secs => :patience)) as not_whole,
              (select count(*) from (select 1 from duty
               where state in ('ASSIGNED', 'ACCEPTED') and overdue_at is null and due_at < :due
               limit 1000) d) as not_overdue
            """)
        .param("patience", patience.toSeconds())
        .param("due", Timestamp.from(now.minus(patience)))
        .query(
            (rs, _) ->
                Map.of(
                    "LEVEL_CHANGE_WITHOUT_FAN_OUT", rs.getLong("without_fan_out"),
                    "FAN_OUT_NOT_WHOLE", rs.getLong("not_whole"),
                    "DUTY_NOT_MARKED_OVERDUE", rs.getLong("not_overdue")))
        .single();
  }
}
