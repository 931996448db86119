package lantian.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.events.ChinaTime;
import lantian.kit.crash.CrashPoint;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events from the outbox to Kafka, oldest first, by one active relay per service (an advisory
 * lock on the schema). A row is done only after the broker's answer; killed between the two it is
 * sent again under the same event id, which readers know from their inbox.
 */
public class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);
  private static final int BATCH = 500;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final KafkaTemplate<String, byte[]> kafka;
  private final OutboxSignal signal;
  private final String source;
  private volatile boolean running;
  private volatile Thread thread = new Thread(() -> {}, "outbox-relay");

  public OutboxRelay(
      JdbcClient sql,
      TransactionTemplate transaction,
      KafkaTemplate<String, byte[]> kafka,
      OutboxSignal signal,
      String source) {
    this.sql = sql;
    this.transaction = transaction;
    this.kafka = kafka;
    this.signal = signal;
    this.source = source;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relayUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(ANSWER_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void relayUntilStopped() {
    while (running) {
      try {
        if (relayOnce() < BATCH) {
          signal.await(POLL);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) {
          log.warn("events wait in the outbox: {}", String.valueOf(e.getMessage()));
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      signal.await(AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends one batch and marks what the broker confirmed; gives the size of the batch. */
  int relayOnce() {
    Integer size = transaction.execute(_ -> isTheOnlyRelay() ? send(oldestUnsent()) : 0);
    if (size != null && size > 0) {
      CrashPoint.RELAY_MARKED.reached();
    }
    return size == null ? 0 : size;
  }

  private boolean isTheOnlyRelay() {
    return sql.sql("select pg_try_advisory_xact_lock(hashtext('outbox:' || current_schema()))")
        .query(Boolean.class)
        .single();
  }

  private List<OutboxRow> oldestUnsent() {
    return sql.sql(
            """
            select seq, event_id, topic, key, type, occurred_at, payload, traceparent
            from outbox where sent_at is null order by seq limit ?
            """)
        .param(BATCH)
        .query(OutboxRelay::row)
        .list();
  }

  private int send(List<OutboxRow> rows) {
    if (!rows.isEmpty()) {
      CrashPoint.RELAY_CLAIMED.reached();
    }
    var answers = new ArrayList<CompletableFuture<SendResult<String, byte[]>>>(rows.size());
    for (var row : rows) {
      answers.add(kafka.send(toRecord(row)));
    }
    if (!rows.isEmpty()) {
      CrashPoint.RELAY_SENT.reached();
    }
    var sent = new ArrayList<UUID>(rows.size());
    Set<String> stuckKeys = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var error = errorOf(answers.get(i));
      // What follows an unsent event of the same key is sent again after it, to keep the order.
      if (error == null && !stuckKeys.contains(row.topic() + row.key())) {
        sent.add(row.eventId());
      } else {
        stuckKeys.add(row.topic() + row.key());
        noteFailure(row, error == null ? "follows an unsent event of its key" : error);
      }
    }
    if (!sent.isEmpty()) {
      CrashPoint.RELAY_CONFIRMED.reached();
    }
    beforeMark(sent);
    if (!sent.isEmpty()) {
      sql.sql(
              """
              update outbox set sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null
              where event_id = any(?)
              """)
          .param(sent.toArray(UUID[]::new))
          .update();
    }
    if (!stuckKeys.isEmpty()) {
      log.warn("{} events were not confirmed by the broker and stay", rows.size() - sent.size());
      return 0;
    }
    return rows.size();
  }

  /** The moment between the broker's answer and its record in the database; tests kill here. */
  void beforeMark(List<UUID> sent) {}

  private void noteFailure(OutboxRow row, String error) {
    sql.sql("update outbox set attempts = attempts + 1, last_error = ? where event_id = ?")
        .params(error, row.eventId())
        .update();
  }

  private static @org.jspecify.annotations.Nullable String errorOf(
      CompletableFuture<SendResult<String, byte[]>> answer) {
    try {
      answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    } catch (TimeoutException e) {
      return "no answer within " + ANSWER_WITHIN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private ProducerRecord<String, byte[]> toRecord(OutboxRow row) {
    var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
    var headers = message.headers();
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", row.eventId().toString());
    header(headers, "ce_type", row.type());
    header(headers, "ce_source", source);
    header(headers, "ce_time", ChinaTime.at(row.occurredAt()).toString());
    header(headers, "content-type", "application/json");
    if (row.traceparent() != null) {
      header(headers, "traceparent", row.traceparent());
    }
    return message;
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
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
