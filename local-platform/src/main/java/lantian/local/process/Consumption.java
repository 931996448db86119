package lantian.local.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import lantian.events.Topics;
import lantian.local.platform.PlatformPort;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Whether a service reads: a record of a type that nobody knows is put on each partition of its
 * topics, which it passes over, and its group's offset says when it has.
 */
public final class Consumption implements AutoCloseable {

  /** What each service reads. */
  private static final Map<PlatformPort, List<String>> READ =
      Map.of(
          PlatformPort.TASKING, List.of(Topics.WARNINGS),
          PlatformPort.NOTIFICATION, List.of(Topics.DUTIES),
          PlatformPort.REPORTING,
              List.of(Topics.FORECASTS, Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  Consumption(String broker) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "acks", "all", "max.block.ms", "30000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.admin = Admin.create(Map.of("bootstrap.servers", broker));
  }

  /** What the service had read when this was made, and what there is for it to read since. */
  public final class Progress {
    private final PlatformPort service;
    private final Map<TopicPartition, Long> read;
    private final Map<TopicPartition, Long> marks;

    private Progress(
        PlatformPort service, Map<TopicPartition, Long> read, Map<TopicPartition, Long> marks) {
      this.service = service;
      this.read = read;
      this.marks = marks;
    }

    /** Returns when the service has handled a first record since. */
    public void awaitFirst(Duration within) {
      Waiting.until(
          within,
          () -> service.owner() + " reads nothing",
          () -> marks.isEmpty() || now().entrySet().stream().anyMatch(this::isMore));
    }

    private boolean isMore(Map.Entry<TopicPartition, Long> now) {
      return now.getValue() > read.getOrDefault(now.getKey(), 0L);
    }

    /** Returns when the service has read all that stood on its topics when this was made. */
    public void awaitAll(Duration within) {
      Waiting.until(
          within,
          () -> service.owner() + " does not read all",
          () -> {
            var now = now();
            return marks.entrySet().stream()
                .allMatch(mark -> now.getOrDefault(mark.getKey(), 0L) > mark.getValue());
          });
    }

    private Map<TopicPartition, Long> now() {
      return marks.isEmpty() ? Map.of() : read(service.owner()).orElse(Map.of());
    }
  }

  /** From here on. */
  Progress from(PlatformPort service) {
    var read = new AtomicReference<>(Map.<TopicPartition, Long>of());
    Waiting.until(
        PATIENCE,
        () -> "the broker says nothing of " + service.owner(),
        () -> {
          var now = read(service.owner());
          now.ifPresent(read::set);
          return now.isPresent();
        });
    var sent = new HashMap<TopicPartition, Future<RecordMetadata>>();
    for (var topic : READ.getOrDefault(service, List.of())) {
      for (var partition : producer.partitionsFor(topic)) {
        sent.put(
            new TopicPartition(topic, partition.partition()), put(topic, partition.partition()));
      }
    }
    var marks = new HashMap<TopicPartition, Long>();
    sent.forEach((partition, mark) -> marks.put(partition, taken(mark)));
    return new Progress(service, read.get(), marks);
  }

  private Future<RecordMetadata> put(String topic, int partition) {
    var mark = new ProducerRecord<byte[], byte[]>(topic, partition, null, bytes("{}"));
    mark.headers()
        .add("ce_specversion", bytes("1.0"))
        .add("ce_type", bytes("local.mark.v1"))
        .add("content-type", bytes("application/json"))
        .add("ce_source", bytes("/lantian/faults"))
        .add("ce_time", bytes("2026-11-22T00:00:00+08:00"))
        .add("ce_id", bytes(UUID.randomUUID().toString()));
    return producer.send(mark);
  }

  private static long taken(Future<RecordMetadata> mark) {
    try {
      return mark.get(30, TimeUnit.SECONDS).offset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The broker takes nothing", e);
    }
  }

  /** The next offset that the group would read; nothing where the broker does not answer now. */
  private Optional<Map<TopicPartition, Long>> read(String group) {
    try {
      var read = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(5, TimeUnit.SECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  read.put(partition, offset.offset());
                }
              });
      return Optional.of(read);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    admin.close(Duration.ofSeconds(1));
  }
}
