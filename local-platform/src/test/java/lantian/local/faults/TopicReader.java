package lantian.local.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What really stands on a topic, read beside the proxy. */
final class TopicReader implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  TopicReader(String broker, String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
  }

  /** How many records there are. */
  long end() {
    return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The event ids of a key, in the order of the topic, repeats included. */
  List<String> idsOf(String key) {
    return all().stream()
        .filter(record -> key.equals(record.key()))
        .map(
            record ->
                new String(
                    Objects.requireNonNull(record.headers().lastHeader("ce_id")).value(),
                    StandardCharsets.UTF_8))
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> all() {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long end = end();
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    while (records.size() < end) {
      consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
    }
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
