package lantian.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import lantian.events.ChinaTime;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.web.StrictJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Puts records on the topics as another service would, or as no service should; and reads them. */
@TestComponent
@Lazy
public final class TopicProbe implements DisposableBean {
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", BrokerAndDatabase.bootstrapServers()),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Sends an event as its writer would; gives its id. */
  public UUID send(Event event) {
    var id = UUID.randomUUID();
    send(id, event);
    return id;
  }

  /** Sends an event under this id, again if need be. */
  public void send(UUID id, Event event) {
    var type = EventType.of(event);
    var headers = headers(id, type.wireName());
    headers.put("ce_mode", event.mode().name());
    sendRaw(type.topic(), event.key(), StrictJson.forEvents().writeValueAsBytes(event), headers);
  }

  /** The headers of a CloudEvent. */
  public static Map<String, String> headers(UUID id, String type) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", type);
    headers.put("ce_source", "/test");
    headers.put("ce_time", ChinaTime.at(Instant.parse("2026-01-01T00:00:00Z")).toString());
    headers.put("content-type", "application/json");
    return headers;
  }

  /** Sends any bytes with any headers and waits for the broker. */
  public void sendRaw(
      String topic, String key, byte @Nullable [] body, Map<String, String> headers) {
    var message = new ProducerRecord<>(topic, key, body);
    headers.forEach(
        (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(message).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records that stand on a topic now, with this key. */
  public static List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", BrokerAndDatabase.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          if (key.equals(record.key())) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  /** The text of a record's header. */
  public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void destroy() {
    producer.close();
  }
}
