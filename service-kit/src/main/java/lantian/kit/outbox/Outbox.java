package lantian.kit.outbox;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a change leaves the events it tells of: in the same transaction, so that neither exists
 * without the other. The relay takes them from here to Kafka.
 */
public final class Outbox {
  private final JdbcClient sql;
  private final JsonMapper json;
  private final Clock clock;
  private final OutboxSignal signal;
  private final Traces traces;

  public Outbox(JdbcClient sql, JsonMapper json, Clock clock, OutboxSignal signal, Traces traces) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
    this.signal = signal;
    this.traces = traces;
  }

  /**
   * Keeps an event for sending and gives its id ({@code ce_id}); {@code ce_time} is business time.
   * Without a transaction it refuses.
   */
  public UUID append(Event event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is appended in the transaction of its change");
    }
    var id = Generators.timeBasedEpochGenerator().generate();
    var type = EventType.of(event);
    sql.sql(
            """
            insert into outbox (event_id, topic, key, type, occurred_at, payload, traceparent)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, type.topic(), event.key(), type.wireName())
        .param(Timestamp.from(clock.instant()))
        .param(json.writeValueAsBytes(event))
        .param(traces.current())
        .update();
    CrashPoint.EVENT_APPENDED.reached();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.raise();
          }
        });
    return id;
  }
}
