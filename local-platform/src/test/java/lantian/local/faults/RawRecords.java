package lantian.local.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the broker what no service would, beside the proxy. */
final class RawRecords implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  RawRecords(String broker) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "acks", "all", "max.request.size", 2_000_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns when the broker has it. */
  void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The broker does not take it", e);
    }
  }

  /** The record with the headers that an event has. */
  static ProducerRecord<String, byte[]> asCloudEvent(
      ProducerRecord<String, byte[]> record, String id, String type, String time) {
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_time",
            time,
            "ce_source",
            "/lantian/faults",
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
