package lantian.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lantian.events.Topics;
import lantian.kit.observability.Traces;
import lantian.kit.sample.SampleService;
import lantian.kit.sample.Samples;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class RelayKilledTest {
  @Autowired SampleService.Changing changing;
  @Autowired OutboxRelay running;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private final UUID warning = UUID.randomUUID();

  @AfterEach
  void theRelayRunsAgain() {
    running.start();
  }

  /** Dies as a killed process does: its transaction never commits. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void killedBetweenSendAndMarkTheEventGoesOutTwiceAndTakesEffectOnce() {
    running.stop();
    var id = changing.tell(Samples.aProposal(warning));
    var dying =
        new OutboxRelay(
            sql,
            transaction,
            kafka,
            new OutboxSignal(),
            new SimpleMeterRegistry(),
            Traces.none(),
            "/test",
            "sample-service-1",
            Duration.ofMinutes(10)) {
          @Override
          void beforeMark(List<UUID> sent) {
            throw new Killed();
          }
        };
    assertThatThrownBy(dying::relayOnce).isInstanceOf(Killed.class);
    assertThat(unsent(id)).as("the row waits for the next relay").isTrue();
    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString())).hasSize(1);

    // A new process of the same instance does not wait for the lease of the dead one to run out.
    running.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> !unsent(id));

    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()))
        .extracting(record -> TopicProbe.header(record, "ce_id"))
        .containsExactly(id.toString(), id.toString());
    var after = changing.tell(Samples.aProposal(warning));
    await().atMost(Duration.ofSeconds(20)).until(() -> timesSeen(after) == 1);
    assertThat(timesSeen(id)).isEqualTo(1);
  }

  private boolean unsent(UUID id) {
    return sql.sql("select sent_at is null from outbox where event_id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private int timesSeen(UUID id) {
    return sql.sql("select count(*) from seen where event_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
