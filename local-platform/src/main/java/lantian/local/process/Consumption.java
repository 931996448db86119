package lantian.local.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
final class Consumption implements AutoCloseable {

  /** What each service reads. */
  private static final Map<PlatformPort, List<String>> READ =
      Map.of(
          PlatformPort.TASKING, List.of(Topics.WARNINGS),
          PlatformPort.NOTIFICATION, List.of(Topics.DUTIES),
          PlatformPort.REPORTING,
              List.of(Topics.FORECASTS, Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES));

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

  /** Returns when everything that stood on the service's topics until now, is read. */
  void await(PlatformPort service, Duration within) {
    var marks = new HashMap<TopicPartition, Future<RecordMetadata>>();
    for (var topic : READ.getOrDefault(service, List.of())) {
      for (var partition : producer.partitionsFor(topic)) {
        marks.put(
            new TopicPartition(topic, partition.partition()), put(topic, partition.partition()));
      }
    }
    var offsets = new HashMap<TopicPartition, Long>();
    marks.forEach((partition, mark) -> offsets.put(partition, taken(mark)));
    Waiting.until(
        within,
        () -> service.owner() + " does not read",
        () -> offsets.isEmpty() || isPast(service.owner(), offsets));
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

  private boolean isPast(String group, Map<TopicPartition, Long> marks) {
    try {
      var read =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(5, TimeUnit.SECONDS);
      return marks.entrySet().stream()
          .allMatch(
              mark -> {
                var offset = read.get(mark.getKey());
                return offset != null && offset.offset() > mark.getValue();
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      return false;
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
