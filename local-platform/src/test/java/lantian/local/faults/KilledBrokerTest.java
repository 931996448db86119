package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import lantian.local.chaos.History.Published;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Publishing waits in the outbox; nobody who approves is told of an error. */
@Tag("faults")
class KilledBrokerTest {

  private static final Duration READ = Duration.ofSeconds(10);

  /** In short longer than the producer tries by itself (delivery.timeout.ms, 30 s). */
  private static final Duration AWAY = Bound.lasting(Duration.ofSeconds(35), Duration.ofMinutes(5));

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  private int takenBefore;

  @Test
  @DisplayName("F7: the broker is killed and comes back")
  void theBrokerIsBackSoonAndWhatWasApprovedMeanwhileArrives() {
    takenBefore = platform.receiver().taken().size();
    platform.broker().kill();
    var change = platform.change("652300");
    long begun = System.nanoTime();

    platform.broker().start();
    platform.broker().awaitReady(FaultPlatform.READY);
    var ready = Duration.ofNanos(System.nanoTime() - begun);
    Waiting.until(FaultPlatform.REST, () -> "nobody is told", () -> isTold(change));
    var told = Duration.ofNanos(System.nanoTime() - begun);

    platform.booksBalance();
    Bound.holds("the broker takes records after its start", READ, ready);
    Bound.holds("the first liaison is told after the broker's start", READ, told);
  }

  @Test
  @DisplayName("F8: the broker is away while three changes are approved, and services start")
  void whatIsApprovedWithoutABrokerIsTakenAndArrivesInOrder() {
    takenBefore = platform.receiver().taken().size();
    long began = System.nanoTime();
    platform.broker().kill();

    var changes = new ArrayList<Published>();
    changes.add(platform.change("652300"));
    changes.add(platform.change("150822"));
    // From cold, without a broker.
    platform.service(PlatformPort.WARNING).kill();
    platform.service(PlatformPort.TASKING).kill();
    platform.restart(PlatformPort.WARNING);
    platform.restart(PlatformPort.TASKING);
    changes.add(platform.change("652300"));
    assertThat(changes).noneMatch(this::isTold);

    Waiting.until(
        AWAY.plusSeconds(1), () -> "never", () -> System.nanoTime() - began >= AWAY.toNanos());
    long begun = System.nanoTime();
    platform.broker().start();
    platform.broker().awaitReady(FaultPlatform.READY);
    Waiting.until(
        FaultPlatform.REST,
        () -> "not all are told",
        () -> isTold(changes.get(1)) && isTold(changes.get(2)));
    var told = Duration.ofNanos(System.nanoTime() - begun);

    platform.booksBalance();
    Bound.holds("all are told after the broker was away", Duration.ofSeconds(20), told);
  }

  /** A warning may have had the same level before. */
  private boolean isTold(Published change) {
    return platform.receiver().taken().stream()
        .skip(takenBefore)
        .anyMatch(
            taken -> taken.warning().equals(change.warning()) && taken.level().equals(change.to()));
  }
}
