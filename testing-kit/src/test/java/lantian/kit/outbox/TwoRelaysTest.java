package lantian.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lantian.events.Topics;
import lantian.kit.observability.Traces;
import lantian.kit.sample.SampleService;
import lantian.kit.sample.Samples;
import lantian.kit.time.MovableClock;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.TopicProbe;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class TwoRelaysTest {
  @Autowired SampleService.Changing changing;
  @Autowired OutboxRelay running;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired DataSource dataSource;
  @Autowired MovableClock clock;

  private final UUID warning = UUID.randomUUID();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

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

  /** Stands still between the broker's answer and its mark, as a process that gets no CPU. */
  private final class Standing extends OutboxRelay {
    final CountDownLatch stands = new CountDownLatch(1);
    final CountDownLatch goesOn = new CountDownLatch(1);

    Standing(String instance, Duration lease) {
      super(
          sql,
          transaction,
          kafka,
          new OutboxSignal(),
          metrics,
          Traces.none(),
          "/lantian/test",
          instance,
          lease);
    }

    @Override
    void beforeMark(List<UUID> sent) {
      stands.countDown();
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Answers when and what the test says. */
  private static final class Broker extends KafkaTemplate<String, byte[]> {
    final List<String> asked = new ArrayList<>();
    final Function<String, CompletableFuture<SendResult<String, byte[]>>> answer;

    Broker(
        KafkaTemplate<String, byte[]> real,
        Function<String, CompletableFuture<SendResult<String, byte[]>>> answer) {
      super(real.getProducerFactory());
      this.answer = answer;
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(
        ProducerRecord<String, byte[]> message) {
      var id = new String(message.headers().lastHeader("ce_id").value(), UTF_8);
      asked.add(id);
      return answer.apply(id);
    }
  }

  private OutboxRelay relay(KafkaTemplate<String, byte[]> broker, String instance, Duration lease) {
    return new OutboxRelay(
        sql,
        transaction,
        broker,
        new OutboxSignal(),
        metrics,
        Traces.none(),
        "/lantian/test",
        instance,
        lease);
  }

  @Test
  void theOtherTakesOverFromAStoppedOneWhoseLateMarkChangesNothing() throws Exception {
    var ids = Stream.generate(this::tell).limit(3).toList();
    var stopped = new Standing("a", Duration.ofSeconds(3));
    var round = inAThread(stopped);
    assertThat(stopped.stands.await(20, TimeUnit.SECONDS)).isTrue();

    var other = relay(kafka, "b", Duration.ofSeconds(60));
    assertThat(other.relayOnce()).as("the lease has not run out").isZero();
    var later = tell();
    await().atMost(Duration.ofSeconds(10)).until(() -> other.relayOnce() == 4);
    var marked = sentAt();
    assertThat(marked).containsOnlyKeys(ids.get(0), ids.get(1), ids.get(2), later);

    stopped.goesOn.countDown();
    assertThat(round.get(20, TimeUnit.SECONDS)).isZero();
    assertThat(sentAt()).isEqualTo(marked);
    assertThat(metrics.counter("outbox.relay.fenced").count()).isEqualTo(1);
    assertThat(stopped.relayOnce()).as("the other one sends now").isZero();

    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()))
        .extracting(record -> TopicProbe.header(record, "ce_id"))
        .as("twice, and never one before the one that precedes it")
        .containsExactlyElementsOf(
            Stream.of(ids, ids, List.of(later)).flatMap(List::stream).map(UUID::toString).toList());
    await().atMost(Duration.ofSeconds(20)).until(() -> seen(later) == 1);
    assertThat(ids).allSatisfy(id -> assertThat(seen(id)).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {-10, 10})
  @DisplayName("F31: a clock that is ten minutes off")
  void aClockThatIsOffTakesNoLeaseEarlyKeepsNoneLongerAndChangesNoOrder(long minutes)
      throws Exception {
    var ids = new ArrayList<>(List.of(tell()));
    clock.stopAt(Instant.now().plus(Duration.ofMinutes(minutes)));
    try {
      ids.add(tell());
      var stopped = new Standing("a", Duration.ofSeconds(3));
      var round = inAThread(stopped);
      assertThat(stopped.stands.await(20, TimeUnit.SECONDS)).isTrue();
      var other = relay(kafka, "b", Duration.ofSeconds(60));
      assertThat(other.relayOnce()).as("the lease has not run out").isZero();
      await().atMost(Duration.ofSeconds(10)).until(() -> other.relayOnce() == 2);
      stopped.goesOn.countDown();
      assertThat(round.get(20, TimeUnit.SECONDS)).isZero();
    } finally {
      clock.moveTo(Instant.now());
    }
    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()))
        .extracting(record -> TopicProbe.header(record, "ce_id"))
        .containsExactlyElementsOf(
            Stream.of(ids, ids).flatMap(List::stream).map(UUID::toString).toList());
  }

  @Test
  void whileItWaitsForTheBrokerARelayKeepsItsLeaseAndNoConnection() throws Exception {
    var id = tell();
    var answer = new CompletableFuture<SendResult<String, byte[]>>();
    var slow = new Broker(kafka, _ -> answer);
    var round = inAThread(relay(slow, "a", Duration.ofMillis(1500)));
    await().until(() -> !slow.asked.isEmpty());

    var other = relay(kafka, "b", Duration.ofSeconds(60));
    var sentByTheOther = new AtomicInteger();
    var twiceTheLease = Instant.now().plusSeconds(3);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> sentByTheOther.addAndGet(other.relayOnce()) == 0);
    assertThat(Instant.now()).isAfterOrEqualTo(twiceTheLease);
    var pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    await().atMost(Duration.ofSeconds(2)).until(() -> pool.getActiveConnections() == 0);

    answer.complete(taken());
    assertThat(round.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(sentAt()).containsOnlyKeys(id);
  }

  @Test
  void aRelayThatLosesItsLeaseWhileItWaitsDiscardsTheAnswers() throws Exception {
    tell();
    var answer = new CompletableFuture<SendResult<String, byte[]>>();
    var slow = new Broker(kafka, _ -> answer);
    var round = inAThread(relay(slow, "a", Duration.ofMillis(900)));
    await().until(() -> !slow.asked.isEmpty());
    sql.sql("update relay_lease set holder = gen_random_uuid(), until = 'infinity'").update();

    assertThat(round.get(10, TimeUnit.SECONDS)).isZero();
    answer.complete(taken());
    assertThat(sentAt()).isEmpty();
    assertThat(metrics.counter("outbox.relay.fenced").count()).isEqualTo(1);
  }

  @Test
  void whatFollowsAnUnsentEventOfItsKeyWaitsForItAndOtherKeysGoOn() throws Exception {
    var first = tell();
    var second = tell();
    var ofAnother = changing.tell(Samples.aProposal(UUID.randomUUID()));
    var refusing =
        new Broker(
            kafka,
            id ->
                id.equals(first.toString())
                    ? CompletableFuture.failedFuture(new TimeoutException("no broker"))
                    : CompletableFuture.completedFuture(null));
    var relay = relay(refusing, "a", Duration.ofSeconds(60));
    assertThat(relay.relayOnce()).isZero();
    assertThat(sentAt()).containsOnlyKeys(ofAnother);

    var taking = relay(kafka, "a", Duration.ofSeconds(60));
    assertThat(taking.relayOnce()).isEqualTo(2);
    assertThat(sentAt()).containsOnlyKeys(first, second, ofAnother);
    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()))
        .extracting(record -> TopicProbe.header(record, "ce_id"))
        .containsExactly(first.toString(), second.toString());
  }

  @Test
  void aStoppedRelayEndsPromptlyThoughTheBrokerIsSilentAndGivesItsLeaseBack() {
    var id = tell();
    var silent = new Broker(kafka, _ -> new CompletableFuture<>());
    var relay = relay(silent, "a", Duration.ofSeconds(60));
    relay.start();
    await().until(() -> !silent.asked.isEmpty());
    var begun = System.nanoTime();
    relay.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    assertThat(sql.sql("select count(*) from relay_lease").query(Integer.class).single()).isZero();
    assertThat(sentAt()).doesNotContainKey(id);
  }

  @Test
  void whileTheBrokerIsAwayOnlyAFewEventsAreTaken() throws Exception {
    for (int i = 0; i < 60; i++) {
      tell();
    }
    var away =
        new Broker(kafka, _ -> CompletableFuture.failedFuture(new TimeoutException("no broker")));
    var relay = relay(away, "a", Duration.ofSeconds(60));
    relay.relayOnce();
    away.asked.clear();
    relay.relayOnce();
    assertThat(away.asked).hasSize(20);
  }

  private static SendResult<String, byte[]> taken() {
    return new SendResult<>(
        new ProducerRecord<>("t", new byte[0]),
        new RecordMetadata(new TopicPartition("t", 0), 0, 0, 0, 0, 0));
  }

  private UUID tell() {
    return changing.tell(Samples.aProposal(warning));
  }

  private static CompletableFuture<Integer> inAThread(OutboxRelay relay) {
    var size = new CompletableFuture<Integer>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                size.complete(relay.relayOnce());
              } catch (InterruptedException | RuntimeException e) {
                size.completeExceptionally(e);
              }
            });
    return size;
  }

  /** When each event was marked as sent. */
  private Map<UUID, Instant> sentAt() {
    return sql
        .sql("select event_id, sent_at from outbox where sent_at is not null")
        .query((rs, _) -> Map.entry(rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private int seen(UUID id) {
    return sql.sql("select count(*) from seen where event_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
