package lantian.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ConsumerProgressTest {
  private final Reader reader = new Reader("lantian.warnings.v1", "a-service");
  private final Broker broker = new Broker();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private long now;

  private final ConsumerProgress progress =
      new ConsumerProgress(List.of(reader), broker, Duration.ofSeconds(60), metrics, () -> now);

  /** Says what the test puts there; nothing: it does not answer. */
  private static final class Broker implements Backlogs {
    @Nullable Backlog backlog = new Backlog(0, 0);

    @Override
    public Backlog of(Reader reader) throws TimeoutException {
      if (backlog == null) {
        throw new TimeoutException();
      }
      return backlog;
    }
  }

  @Test
  void aReaderWithoutRecordsBeforeItIsWellHoweverLongItWaits() {
    lookAfter(Duration.ofDays(180));
    assertThat(status()).isEqualTo(Status.UP);
    broker.backlog = new Backlogs.Backlog(0, 5);
    lookAfter(Duration.ofSeconds(1));
    assertThat(status()).as("they have only just come").isEqualTo(Status.UP);
  }

  @Test
  void oneThatEndsNoneOfItsRecordsForAMinuteIsDownUntilItGetsOn() {
    lookAfter(Duration.ZERO);
    broker.backlog = new Backlogs.Backlog(0, 5);
    lookAfter(Duration.ofSeconds(59));
    assertThat(status()).isEqualTo(Status.UP);
    lookAfter(Duration.ofSeconds(1));
    assertThat(status()).isEqualTo(Status.DOWN);
    lookAfter(Duration.ofSeconds(5));
    assertThat(metrics.counter("consumer.stalls").count()).isEqualTo(1);
    assertThat(metrics.get("consumer.stalled").gauge().value()).isEqualTo(1);
    assertThat(metrics.get("consumer.backlog").gauge().value()).isEqualTo(5);

    broker.backlog = new Backlogs.Backlog(1, 4);
    lookAfter(Duration.ofSeconds(5));
    assertThat(status()).isEqualTo(Status.UP);
    assertThat(metrics.get("consumer.stalled").gauge().value()).isZero();
  }

  @Test
  void oneThatFailsAndTriesAgainGetsOnThoughItCommitsNothing() {
    broker.backlog = new Backlogs.Backlog(0, 5);
    for (int i = 0; i < 20; i++) {
      reader.hasEndedOne();
      lookAfter(Duration.ofSeconds(30));
    }
    assertThat(status()).isEqualTo(Status.UP);
  }

  @Test
  void whileTheBrokerIsAwayNobodyIsDownAndTimeBeginsWhenItIsBack() {
    broker.backlog = new Backlogs.Backlog(0, 5);
    lookAfter(Duration.ofSeconds(59));
    broker.backlog = null;
    lookAfter(Duration.ofHours(1));
    assertThat(status()).isEqualTo(Status.UP);
    broker.backlog = new Backlogs.Backlog(0, 5);
    lookAfter(Duration.ofSeconds(59));
    assertThat(status()).isEqualTo(Status.UP);
    lookAfter(Duration.ofSeconds(1));
    assertThat(status()).isEqualTo(Status.DOWN);
  }

  private void lookAfter(Duration time) {
    now += time.toNanos();
    progress.look();
  }

  private Status status() {
    return progress.health().getStatus();
  }
}
