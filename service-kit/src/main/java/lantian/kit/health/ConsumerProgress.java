package lantian.kit.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when a reader has stopped by itself, or has records before it and has ended none for a while
 * though the broker answers: a restart helps then. A broker or a database that is away does not
 * count, as a restart would not bring it back.
 */
final class ConsumerProgress implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(ConsumerProgress.class);

  private final List<Reader> readers;
  private final Backlogs backlogs;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final Counter stalls;
  private final Map<Reader, Watch> watches = new LinkedHashMap<>();

  /** What was seen of a reader at the last look. */
  private static final class Watch {
    long ended;
    long committed;
    long left;
    long movedAt;
    boolean stalled;
  }

  ConsumerProgress(
      List<Reader> readers,
      Backlogs backlogs,
      Duration patience,
      MeterRegistry metrics,
      LongSupplier nanoTime) {
    this.readers = readers;
    this.backlogs = backlogs;
    this.patience = patience;
    this.nanoTime = nanoTime;
    for (var reader : readers) {
      var watch = new Watch();
      watch.movedAt = nanoTime.getAsLong();
      watches.put(reader, watch);
      Gauge.builder("consumer.stalled", () -> isDown(reader) ? 1 : 0)
          .description("1 where a reader has stopped, or makes no progress")
          .tag("topic", reader.topic())
          .register(metrics);
      Gauge.builder("consumer.backlog", () -> left(reader))
          .description("Records before a reader, when last looked at")
          .tag("topic", reader.topic())
          .register(metrics);
    }
    this.stalls =
        Counter.builder("consumer.stalls")
            .description("How often a reader was found to make no progress")
            .register(metrics);
  }

  @Override
  public Health health() {
    var down = readers.stream().filter(this::isDown).map(Reader::topic).toList();
    return down.isEmpty() ? Health.up().build() : Health.down().withDetail("topics", down).build();
  }

  private boolean isDown(Reader reader) {
    return reader.hasStopped() || isStalled(reader);
  }

  private synchronized boolean isStalled(Reader reader) {
    return watchOf(reader).stalled;
  }

  private synchronized long left(Reader reader) {
    return watchOf(reader).left;
  }

  /** Compares each reader with how it stood the last time. */
  void look() {
    try {
      for (var reader : readers) {
        judge(reader, backlogs.of(reader));
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.debug("the broker does not say what is left", e);
      startAnew();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void judge(Reader reader, Backlogs.Backlog backlog) {
    var watch = watchOf(reader);
    var ended = reader.ended();
    long now = nanoTime.getAsLong();
    if (backlog.left() == 0 || backlog.committed() != watch.committed || ended != watch.ended) {
      watch.movedAt = now;
    }
    watch.left = backlog.left();
    watch.committed = backlog.committed();
    watch.ended = ended;
    boolean stalled = now - watch.movedAt >= patience.toNanos();
    if (stalled && !watch.stalled) {
      stalls.increment();
      log.error(
          "the reader of {} has {} records before it and has ended none for {}",
          reader.topic(),
          watch.left,
          patience);
    }
    watch.stalled = stalled;
  }

  /** Nobody can get on without the broker: everyone's time begins when it is back. */
  private synchronized void startAnew() {
    long now = nanoTime.getAsLong();
    for (var watch : watches.values()) {
      watch.movedAt = now;
      watch.stalled = false;
    }
  }

  private Watch watchOf(Reader reader) {
    return Objects.requireNonNull(watches.get(reader));
  }
}
