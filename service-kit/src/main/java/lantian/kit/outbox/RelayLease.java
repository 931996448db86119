package lantian.kit.outbox;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to send, for a while. The token of whoever took it last fences off all others: what an
 * earlier holder writes under its own is refused. Times are the database's.
 */
final class RelayLease {
  private final JdbcClient sql;
  private final String instance;
  private final Duration length;
  private UUID token = UUID.randomUUID();
  private boolean held;
  private boolean firstTry = true;
  private long renewedAt;

  RelayLease(JdbcClient sql, String instance, Duration length) {
    this.sql = sql;
    this.instance = instance;
    this.length = length;
  }

  UUID token() {
    return token;
  }

  /** The relay starts: it may take over at once from an earlier process of its instance. */
  void begin() {
    firstTry = true;
    held = false;
  }

  /** Whether this relay may send: takes the lease when it is free, renews it when that is due. */
  boolean holds() {
    if (held && !isRenewalDue()) {
      return true;
    }
    return held && renew() || take();
  }

  /** Renews the lease when a third of it has gone; false: somebody else has it. */
  boolean holdsOn() {
    return held && (!isRenewalDue() || renew());
  }

  /**
   * Renews the lease whether due or not. In a transaction nobody else takes it before that ends, so
   * what is written beside it is written by the holder.
   */
  boolean renew() {
    long before = System.nanoTime();
    int rows =
        sql.sql(
                """
                update relay_lease set until = clock_timestamp() + ? * interval '1 millisecond'
                where holder = ?
                """)
            .params(length.toMillis(), token)
            .update();
    held = rows == 1;
    renewedAt = before;
    return held;
  }

  /** Lets the next relay send at once. */
  void release() {
    if (held) {
      held = false;
      sql.sql("delete from relay_lease where holder = ?").param(token).update();
    }
  }

  /**
   * Takes the lease under a new token if it has run out. A relay that has just started also takes
   * what an earlier process of its own instance left behind, without waiting.
   */
  private boolean take() {
    var fresh = UUID.randomUUID();
    long before = System.nanoTime();
    int rows =
        sql.sql(
                """
                insert into relay_lease (holder, instance, until)
                select :token, :instance, clock_timestamp() + :millis * interval '1 millisecond'
                where not exists (select 1 from relay_lease
                                  where until >= clock_timestamp() and not (:first and instance = :instance))
                on conflict (single) do update
                set holder = excluded.holder, instance = excluded.instance, until = excluded.until
                where relay_lease.until < clock_timestamp() or :first and relay_lease.instance = :instance
                """)
            .param("token", fresh)
            .param("instance", instance)
            .param("millis", length.toMillis())
            .param("first", firstTry)
            .update();
    firstTry = false;
    held = rows == 1;
    if (held) {
      token = fresh;
      renewedAt = before;
    }
    return held;
  }

  private boolean isRenewalDue() {
    return System.nanoTime() - renewedAt > length.toNanos() / 3;
  }
}
