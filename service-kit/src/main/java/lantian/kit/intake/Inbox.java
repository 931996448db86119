package lantian.kit.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import lantian.kit.crash.CrashPoint;
import lantian.kit.intake.PoisonRecord.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an event take effect once: its row and the effect commit together. */
public final class Inbox {
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final EventKeeper keeper;

  public Inbox(JdbcClient sql, TransactionTemplate transaction, EventKeeper keeper) {
    this.sql = sql;
    this.transaction = transaction;
    this.keeper = keeper;
  }

  /** Runs the effect unless this event had it before; tells whether it ran. */
  public boolean once(UUID eventId, Instant time, String type, byte[] payload, Runnable effect) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean isNew = isNew(eventId, type, sha256(payload));
              keeper.keep(eventId, time, type, payload);
              if (!isNew) {
                return false;
              }
              effect.run();
              CrashPoint.INTAKE_HANDLED.reached();
              return true;
            }));
  }

  private boolean isNew(UUID eventId, String type, byte[] hash) {
    int inserted =
        sql.sql(
                """
                insert into inbox (event_id, type, payload_sha256) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(eventId, type, hash)
            .update();
    if (inserted == 1) {
      return true;
    }
    var known =
        sql.sql("select payload_sha256 from inbox where event_id = ?")
            .param(eventId)
            .query((rs, _) -> rs.getBytes(1))
            .single();
    if (!Arrays.equals(known, hash)) {
      throw new PoisonRecord(
          Reason.ID_REUSED, "event id " + eventId + " came before with another body");
    }
    return false;
  }

  private static byte[] sha256(byte[] payload) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(payload);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
