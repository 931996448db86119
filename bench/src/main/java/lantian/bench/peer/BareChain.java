package lantian.bench.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the way from an approval to a receipt cannot do without, one step after another and nothing
 * between them: seven commits (approval; level change read, claimed, fanned out; duties read,
 * message claimed, call begun), two events through a topic whose records are flushed, and one call.
 */
public final class BareChain implements AutoCloseable {

  private static final String TOPIC = "bench.chain";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final byte[] EVENT = new byte[600];

  private final Commits commits;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI receiver;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  public BareChain(Connection connection, String broker, String receiver) throws Exception {
    this.commits = new Commits(connection);
    this.receiver = URI.create(receiver);
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      var topic = new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("flush.messages", "1"));
      admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partition = new TopicPartition(TOPIC, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** Milliseconds for all of it. */
  public double once() throws Exception {
    long began = System.nanoTime();
    commits.one();
    event();
    commits.one();
    commits.one();
    commits.one();
    event();
    commits.one();
    commits.one();
    commits.one();
    call();
    return (System.nanoTime() - began) / 1e6;
  }

  private void event() throws InterruptedException, ExecutionException, TimeoutException {
    producer.send(new ProducerRecord<>(TOPIC, EVENT)).get(10, TimeUnit.SECONDS);
    while (consumer.poll(POLL).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void call() throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(receiver)
            .POST(HttpRequest.BodyPublishers.ofByteArray(EVENT))
            .build(),
        BodyHandlers.discarding());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
    http.close();
  }
}
