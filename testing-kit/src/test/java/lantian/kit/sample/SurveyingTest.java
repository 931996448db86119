package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import lantian.kit.observability.Surveying;
import lantian.kit.outbox.OutboxRelay;
import lantian.testing.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What every service shows of its own database. */
@OnSampleService
@TestPropertySource(properties = "lantian.surveys.every=200ms")
class SurveyingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Rest rest;
  @Autowired SampleService.Changing changing;
  @Autowired OutboxRelay relay;
  @Autowired Surveying surveying;

  @AfterEach
  void theRelayRuns() {
    if (!relay.isRunning()) {
      relay.start();
    }
  }

  @Test
  void eventsThatWaitAreCountedWithTheirAgeAndNoLongerOnceTheyAreSent() {
    await().atMost(SOON).until(() -> figure("outbox_unsent") == 0);
    relay.stop();
    changing.tell(Samples.aProposal(UUID.randomUUID()));
    changing.tell(Samples.aProposal(UUID.randomUUID()));
    await().atMost(SOON).until(() -> figure("outbox_unsent") == 2);
    await().atMost(SOON).until(() -> figure("outbox_oldest_unsent_seconds") > 1);
    relay.start();
    await().atMost(SOON).until(() -> figure("outbox_unsent") == 0);
    assertThat(figure("outbox_oldest_unsent_seconds")).isZero();
  }

  @Test
  void theMachinesClockIsComparedWithTheDatabases() {
    surveying.lookNow();
    assertThat(Math.abs(figure("clock_offset_seconds"))).isLessThan(1);
    assertThat(rest.get("/actuator/prometheus").body())
        .contains("clock_offset_seconds{application=\"sample-service\"}");
  }

  private double figure(String name) {
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
