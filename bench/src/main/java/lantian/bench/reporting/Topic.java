package lantian.bench.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.web.StrictJson;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Events put on their topics as services do, and read from them by nobody but this. */
final class Topic implements AutoCloseable {

  private static final JsonMapper JSON = StrictJson.forEvents();
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaProducer<String, byte[]> producer;
  private final String broker;

  Topic(String broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns when the broker has all of them, with the id of the last. */
  UUID put(List<? extends Event> events) {
    var id = new UUID(0, 0);
    for (var event : events) {
      id = UUID.randomUUID();
      var _ = producer.send(record(id, event));
    }
    producer.flush();
    return id;
  }

  private static ProducerRecord<String, byte[]> record(UUID id, Event event) {
    var type = EventType.of(event);
    var record =
        new ProducerRecord<String, byte[]>(
            type.topic(), event.key(), JSON.writeValueAsBytes(event));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id.toString(),
            "ce_type", type.wireName(),
            "ce_source", "/lantian/bench",
            "ce_time", "2016-12-15T16:00:00+08:00",
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** Reads the topic from its beginning and does nothing with it; records a second. */
  double readBare(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long records =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      long began = System.nanoTime();
      for (long read = 0; read < records; ) {
        read += consumer.poll(POLL).count();
      }
      return records * 1e9 / (System.nanoTime() - began);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
