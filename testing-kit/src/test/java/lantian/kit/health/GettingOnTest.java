package lantian.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import lantian.kit.sample.SampleService;
import lantian.kit.sample.Samples;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=sample-service",
      "lantian.consumer-progress.patience=3s",
      "lantian.consumer-progress.look-every=200ms"
    })
@OnRealBrokerAndDatabase
class GettingOnTest {
  @Autowired TopicProbe topics;
  @Autowired Rest rest;
  @Autowired SampleService.Seen seen;
  @Autowired Readers readers;

  @AfterEach
  void goOn() {
    var latch = seen.blocked;
    seen.blocked = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  @Test
  void aServiceWhoseReaderBlocksIsNotAliveButReadyAndAliveAgainWhenItGoesOn() {
    assertThat(liveness()).isEqualTo(200);
    seen.blocked = new CountDownLatch(1);
    topics.send(Samples.aProposal(UUID.randomUUID()));
    await().atMost(Duration.ofSeconds(30)).until(() -> liveness() == 503);
    assertThat(rest.get("/actuator/health").status()).isEqualTo(503);
    assertThat(rest.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(rest.get("/actuator/prometheus").body())
        .contains(
            "consumer_stalled{application=\"sample-service\",topic=\"lantian.warnings.v1\"} 1");
    goOn();
    await().atMost(Duration.ofSeconds(30)).until(() -> liveness() == 200);
  }

  @Test
  void aServiceWhoseReaderHasStoppedByItselfIsNotAlive() {
    await().atMost(Duration.ofSeconds(30)).until(() -> liveness() == 200);
    var container =
        (AbstractMessageListenerContainer<?, ?>)
            Objects.requireNonNull(readers.all().getFirst().container());
    container.stopAbnormally(() -> {});
    await().atMost(Duration.ofSeconds(10)).until(() -> liveness() == 503);
    container.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> liveness() == 200);
  }

  @Test
  void aReaderThatFailsAgainAndAgainWhileTheDatabaseIsAwayKeepsItsServiceAlive() {
    seen.failure = new org.springframework.dao.DataAccessResourceFailureException("away");
    try {
      topics.send(Samples.aProposal(UUID.randomUUID()));
      await()
          .during(Duration.ofSeconds(6))
          .atMost(Duration.ofSeconds(8))
          .until(() -> liveness() == 200);
    } finally {
      seen.failure = null;
    }
  }

  private int liveness() {
    return rest.get("/actuator/health/liveness").status();
  }
}
