package lantian.kit.outbox;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    requireTransaction();
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
    appended();
    return id;
  }

  /**
   * Keeps many events for sending, in this order and at once; {@code occurredAt}, their {@code
   * ce_time}, is business time. Without a transaction it refuses.
   */
  public void appendAll(List<? extends Event> events, Instant occurredAt) {
    requireTransaction();
    if (events.isEmpty()) {
      return;
    }
    int size = events.size();
    var ids = new UUID[size];
    var topics = new String[size];
    var keys = new String[size];
    var types = new String[size];
    var payloads = new byte[size][];
    for (int i = 0; i < size; i++) {
      var event = events.get(i);
      var type = EventType.of(event);
      ids[i] = Generators.timeBasedEpochGenerator().generate();
      topics[i] = type.topic();
      keys[i] = event.key();
      types[i] = type.wireName();
      payloads[i] = json.writeValueAsBytes(event);
    }
    sql.sql(
            """
            insert into outbox (event_id, topic, key, type, occurred_at, payload, traceparent)
            select e.id, e.topic, e.key, e.type, ?, e.payload, ?
            from unnest(?, ?, ?, ?, ?) with ordinality as e (id, topic, key, type, payload, n)
            order by e.n
            """)
        .param(Timestamp.from(occurredAt))
        .param(traces.current())
        .params(ids, topics, keys, types, payloads)
        .update();
    appended();
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is appended in the transaction of its change");
    }
  }

  private void appended() {
    CrashPoint.EVENT_APPENDED.reached();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.raise();
          }
        });
  }
}
