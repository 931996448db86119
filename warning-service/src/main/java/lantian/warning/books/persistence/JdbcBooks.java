package lantian.warning.books.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lantian.kit.observability.Books;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A published change has its event. That nobody raises a level alone, and that a level is that of
 * its last change, the keys of the tables hold.
 */
@Repository
class JdbcBooks implements Books {
  private final JdbcClient sql;

  JdbcBooks(JdbcClient sql) {
    this.sql = sql;
  }

  /** Both are written in one transaction, so there is nothing to be patient with. */
  @Override
  public Map<String, Long> imbalances(Instant now, Duration patience) {
    var withoutEvent =
        sql.sql(
                """
                select count(*) from (
                  select event_id from warning_change order by published_at desc limit 1000) c
                where not exists (select 1 from outbox o where o.event_id = c.event_id)
                """)
            .query(Long.class)
            .single();
    return Map.of("CHANGE_WITHOUT_EVENT", withoutEvent);
  }
}
