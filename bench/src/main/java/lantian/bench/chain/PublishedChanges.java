package lantian.bench.chain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import lantian.events.EventType;
import lantian.events.Topics;
import lantian.events.WarningLevel;
import lantian.events.WarningLevelChanged;
import lantian.kit.web.StrictJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Level changes as whoever reads their topic sees them, and when. */
final class PublishedChanges implements AutoCloseable {

  private static final JsonMapper JSON = StrictJson.forEvents();
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration END = Duration.ofSeconds(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Consumer<Seen> listener;
  private final Thread reader;

  /** A change to {@code level}, seen at {@code at} of {@link System#nanoTime}. */
  record Seen(UUID warning, WarningLevel level, long at) {}

  /** Tells of whatever is published from now on. */
  PublishedChanges(String broker, Consumer<Seen> listener) {
    this.listener = listener;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(Topics.WARNINGS).stream()
            .map(partition -> new TopicPartition(Topics.WARNINGS, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // The end is looked up where it is first asked for, which is now and not with the first record.
    partitions.forEach(consumer::position);
    reader = Thread.ofPlatform().name("published-changes").daemon().start(this::read);
  }

  private void read() {
    try {
      while (true) {
        for (var record : consumer.poll(POLL)) {
          long at = System.nanoTime();
          if (isLevelChange(record)) {
            var change = JSON.readValue(record.value(), WarningLevelChanged.class);
            listener.accept(new Seen(change.warningId(), change.to(), at));
          }
        }
      }
    } catch (WakeupException _) {
      // closed
    } finally {
      consumer.close();
    }
  }

  private static boolean isLevelChange(ConsumerRecord<String, byte[]> record) {
    var type = record.headers().lastHeader("ce_type");
    return type != null
        && new String(type.value(), StandardCharsets.UTF_8)
            .equals(EventType.WARNING_LEVEL_CHANGED.wireName());
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    reader.join(END);
  }
}
