package lantian.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events from the outbox to Kafka, oldest first, by one active relay per service: the one
 * that holds the lease. Nothing is locked while the broker answers. A row is done only after that
 * answer; killed between the two it is sent again under the same event id, which readers know from
 * their inbox. A relay that was stopped and wakes up late finds its lease taken and changes
 * nothing.
 */
public class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration TO_FINISH = Duration.ofSeconds(2);
  private static final int BATCH = 500;

  /** As long as the broker is away only a few events are taken, so that they do not fill memory. */
  private static final int BATCH_TO_TRY = 20;

  private final UnsentEvents unsent;
  private final RelayLease lease;
  private final TransactionTemplate transaction;
  private final KafkaTemplate<String, byte[]> kafka;
  private final OutboxSignal signal;
  private final Traces traces;
  private final String source;
  private final Counter fenced;
  private final Complaints complaints = new Complaints(log);
  private volatile boolean running;
  private volatile Thread thread = new Thread(() -> {}, "outbox-relay");
  private int batch = BATCH;

  /** {@code instance}: this process among those of its service, the same after a restart. */
  public OutboxRelay(
      JdbcClient sql,
      TransactionTemplate transaction,
      KafkaTemplate<String, byte[]> kafka,
      OutboxSignal signal,
      MeterRegistry metrics,
      Traces traces,
      String source,
      String instance,
      Duration lease) {
    this.unsent = new UnsentEvents(sql);
    this.lease = new RelayLease(sql, instance, lease);
    this.transaction = transaction;
    this.kafka = kafka;
    this.signal = signal;
    this.traces = traces;
    this.source = source;
    this.fenced =
        Counter.builder("outbox.relay.fenced")
            .description("Rounds whose marks were discarded because another relay had taken over")
            .register(metrics);
  }

  /** Requests and readers have ended when it stops: what they left goes out before. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    lease.begin();
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relayUntilStopped);
  }

  /** Lets the round at hand end if the broker answers soon, and gives the lease back. */
  @Override
  public void stop() {
    running = false;
    signal.raise();
    try {
      if (!thread.join(TO_FINISH)) {
        thread.interrupt();
        thread.join(TO_FINISH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void relayUntilStopped() {
    try {
      while (running) {
        relayAndWait();
      }
    } catch (InterruptedException e) {
      log.debug("stopped while the broker had not answered");
    } finally {
      release();
    }
  }

  private void relayAndWait() throws InterruptedException {
    try {
      if (relayOnce() < BATCH && running) {
        signal.await(POLL);
      }
    } catch (RuntimeException | Error e) {
      complaints.failed(String.valueOf(e.getMessage()));
      signal.await(AFTER_FAILURE);
    }
  }

  private void release() {
    try {
      lease.release();
    } catch (RuntimeException e) {
      log.debug("the lease runs out by itself", e);
    }
  }

  /** Sends one batch and marks what the broker confirmed; gives the size of the batch. */
  int relayOnce() throws InterruptedException {
    if (!lease.holds()) {
      return 0;
    }
    var rows = unsent.oldest(lease.token(), batch);
    if (rows.isEmpty()) {
      return 0;
    }
    CrashPoint.RELAY_CLAIMED.reached();
    var led =
        rows.stream().flatMap(row -> Optional.ofNullable(row.traceparent()).stream()).toList();
    try (var round = traces.following("outbox send", led)) {
      round.note("messaging.batch.message_count", Integer.toString(rows.size()));
      return send(rows, round);
    }
  }

  private int send(List<OutboxRow> rows, Traces.Step round) throws InterruptedException {
    var sending = new SendingBatch(kafka, source, lease::holdsOn);
    boolean stillHolder = sending.send(rows);
    CrashPoint.RELAY_SENT.reached();
    stillHolder = stillHolder && sending.awaitAnswers();
    if (!sending.confirmed().isEmpty()) {
      CrashPoint.RELAY_CONFIRMED.reached();
    }
    beforeMark(sending.confirmed());
    if (!stillHolder || !mark(sending)) {
      fenced.increment();
      round.failed("fenced");
      log.warn("another relay has taken over; what the broker answered to this one is discarded");
      return 0;
    }
    CrashPoint.RELAY_MARKED.reached();
    batch = sending.confirmed().isEmpty() ? BATCH_TO_TRY : BATCH;
    if (!sending.failures().isEmpty()) {
      var failure = sending.failures().values().iterator().next();
      complaints.failed(failure);
      round.failed(failure);
      signal.await(AFTER_FAILURE);
      return 0;
    }
    complaints.succeeded();
    return rows.size();
  }

  private boolean mark(SendingBatch sending) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              if (!lease.renew()) {
                return false;
              }
              unsent.markSent(sending.confirmed());
              unsent.note(sending.failures());
              return true;
            }));
  }

  /** The moment between the broker's answer and its record in the database; tests stop here. */
  void beforeMark(List<UUID> sent) {}
}
