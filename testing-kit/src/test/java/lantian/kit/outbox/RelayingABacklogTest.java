package lantian.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lantian.events.Topics;
import lantian.kit.observability.Traces;
import lantian.kit.sample.SampleService;
import lantian.kit.sample.Samples;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.TopicProbe;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Many events wait, as after a change that many units have to hear of. */
@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class RelayingABacklogTest {
  private static final int KAFKAS_OWN_BATCH = 16_384;

  @Autowired SampleService.Changing changing;
  @Autowired OutboxRelay running;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private final UUID warning = UUID.randomUUID();

  @BeforeEach
  void theRelayOfTheServiceStands() {
    running.stop();
    sql.sql("delete from outbox").update();
    sql.sql("delete from relay_lease").update();
  }

  @AfterEach
  void theRelayRunsAgain() {
    sql.sql("delete from relay_lease").update();
    running.start();
  }

  @Test
  void itLeavesInBatchesLargerThanKafkasOwnAndInOrder() throws Exception {
    var ids = tell(400);
    assertThat(relay(kafka).relayOnce()).isEqualTo(400);

    assertThat(sent()).containsExactlyElementsOf(ids);
    assertThat(onTheTopic()).containsExactlyElementsOf(ids);
    assertThat(largestBatch()).isGreaterThan(KAFKAS_OWN_BATCH);
  }

  @Test
  void whatTheBrokerRefusesInTheMiddleIsTriedAgainInOrderAndWhatCameBeforeIsDone()
      throws Exception {
    var ids = tell(60);
    var ofAnother = changing.tell(Samples.aProposal(UUID.randomUUID()));
    var refusing = new Refusing(kafka, ids.get(30));
    assertThat(relay(refusing).relayOnce()).isZero();
    assertThat(refusing.asked).hasSize(61);
    assertThat(sent())
        .as("before it, and another key's")
        .containsExactlyElementsOf(
            Stream.concat(ids.subList(0, 30).stream(), Stream.of(ofAnother)).toList());
    assertThat(attempts(ids.get(30))).isEqualTo(1);

    assertThat(relay(kafka).relayOnce()).isEqualTo(30);
    assertThat(sent()).hasSize(61).containsAll(ids);
    var told = onTheTopic();
    assertThat(told.subList(told.size() - 30, told.size()))
        .as("the refused one, and all after it")
        .containsExactlyElementsOf(ids.subList(30, 60));
  }

  @Test
  void anErrorEndsNoRelay() {
    var ids = tell(3);
    var rounds = new AtomicInteger();
    var troubled =
        new OutboxRelay(
            sql,
            transaction,
            kafka,
            new OutboxSignal(),
            new SimpleMeterRegistry(),
            Traces.none(),
            "/lantian/test",
            "a",
            Duration.ofSeconds(60)) {
          @Override
          void beforeMark(List<UUID> sent) {
            if (rounds.incrementAndGet() <= 2) {
              throw new StackOverflowError("while it marked");
            }
          }
        };
    troubled.start();
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> sent().containsAll(ids));
    } finally {
      troubled.stop();
    }
  }

  /** Hands everything on but one event, which the broker does not keep. */
  private static final class Refusing extends KafkaTemplate<String, byte[]> {
    final List<UUID> asked = new ArrayList<>();
    private final UUID refused;

    Refusing(KafkaTemplate<String, byte[]> real, UUID refused) {
      super(real.getProducerFactory());
      this.refused = refused;
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(
        ProducerRecord<String, byte[]> message) {
      var id = UUID.fromString(new String(message.headers().lastHeader("ce_id").value(), UTF_8));
      asked.add(id);
      return id.equals(refused)
          ? CompletableFuture.failedFuture(new NotEnoughReplicasException("not kept"))
          : super.send(message);
    }
  }

  private OutboxRelay relay(KafkaTemplate<String, byte[]> broker) {
    return new OutboxRelay(
        sql,
        transaction,
        broker,
        new OutboxSignal(),
        new SimpleMeterRegistry(),
        Traces.none(),
        "/lantian/test",
        "a",
        Duration.ofSeconds(60));
  }

  /** Told in one transaction: none leaves before the last is there. */
  private List<UUID> tell(int many) {
    var ids = new ArrayList<UUID>();
    transaction.executeWithoutResult(
        _ -> {
          while (ids.size() < many) {
            ids.add(changing.tell(Samples.aProposal(warning)));
          }
        });
    return ids;
  }

  private List<UUID> sent() {
    return sql.sql("select event_id from outbox where sent_at is not null order by seq")
        .query((rs, _) -> rs.getObject(1, UUID.class))
        .list();
  }

  private int attempts(UUID id) {
    return sql.sql("select attempts from outbox where event_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private List<UUID> onTheTopic() {
    return TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()).stream()
        .map(record -> UUID.fromString(String.valueOf(TopicProbe.header(record, "ce_id"))))
        .toList();
  }

  /** In bytes, of one partition in one request. */
  private double largestBatch() {
    return kafka.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("batch-size-max"))
        .mapToDouble(metric -> (Double) metric.getValue().metricValue())
        .max()
        .orElseThrow();
  }
}
