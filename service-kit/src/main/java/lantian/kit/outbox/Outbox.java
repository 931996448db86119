package lantian.kit.outbox;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.copy.BinaryRows;
import lantian.kit.copy.Copying;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a change leaves the events it tells of: in the same transaction, so that neither exists
 * without the other. The relay takes them from here to Kafka.
 */
public final class Outbox {
  private static final int COLUMNS = 7;
  private static final String COPY =
      """
      copy outbox (event_id, topic, key, type, occurred_at, payload, traceparent)
      from stdin (format binary)
      """;

  private final JdbcClient sql;
  private final Copying copying;
  private final JsonMapper json;
  private final Clock clock;
  private final OutboxSignal signal;
  private final Traces traces;

  public Outbox(
      JdbcClient sql,
      Copying copying,
      JsonMapper json,
      Clock clock,
      OutboxSignal signal,
      Traces traces) {
    this.sql = sql;
    this.copying = copying;
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
    appendAll(made(events), occurredAt);
  }

  /** Events with their bodies, which take longer to make than to keep. */
  public static final class Made {
    private record Body(EventType type, String key, byte[] json) {}

    private final List<Body> bodies;

    private Made(List<Body> bodies) {
      this.bodies = bodies;
    }
  }

  /** Makes the bodies of events that will be kept; any thread may, without a transaction. */
  public Made made(List<? extends Event> events) {
    return new Made(events.stream().map(this::body).toList());
  }

  private Made.Body body(Event event) {
    return new Made.Body(EventType.of(event), event.key(), json.writeValueAsBytes(event));
  }

  /** Keeps events that are made, in the trace of the moment. */
  public void appendAll(Made made, Instant occurredAt) {
    requireTransaction();
    var traceparent = traces.current();
    var rows = new BinaryRows(COLUMNS);
    made.bodies.forEach(body -> add(rows, body, occurredAt, traceparent));
    append(rows, made.bodies.isEmpty());
  }

  /** An event, and the trace that it belongs to. */
  public record Traced(Event event, @Nullable String traceparent) {}

  /** The same for events each of which belongs to a trace of its own. */
  public void appendTraced(List<Traced> events, Instant occurredAt) {
    requireTransaction();
    var rows = new BinaryRows(COLUMNS);
    events.forEach(traced -> add(rows, body(traced.event()), occurredAt, traced.traceparent()));
    append(rows, events.isEmpty());
  }

  private static void add(
      BinaryRows rows, Made.Body body, Instant occurredAt, @Nullable String traceparent) {
    rows.row()
        .uuid(Generators.timeBasedEpochGenerator().generate())
        .text(body.type().topic())
        .text(body.key())
        .text(body.type().wireName())
        .timestamp(occurredAt)
        .bytea(body.json())
        .text(traceparent);
  }

  private void append(BinaryRows rows, boolean none) {
    if (!none) {
      copying.copy(COPY, rows);
      appended();
    }
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
