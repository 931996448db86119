package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("F1, F3, F4: a service is killed while a change goes through")
class KilledServicesTest {

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @ParameterizedTest
  @EnumSource(names = {"TASKING", "NOTIFICATION"})
  void aServiceThatIsAskedToEndFinishesWhatItHasBegun(PlatformPort which) {
    var before = platform.booksBalance();
    var change = platform.changing("150822");
    int asked = platform.receiver().asked();
    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody is told",
        () -> which == PlatformPort.TASKING || platform.receiver().asked() > asked);

    long begun = System.nanoTime();
    platform.service(which).terminate();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    platform.restart(which);

    FaultPlatform.done(change);
    var after = platform.booksBalance();
    assertThat(after.repeated()).as("nothing was cut off").isEqualTo(before.repeated());
    Bound.holds(which.owner() + " ends when asked to", Duration.ofSeconds(10), took);
  }

  @ParameterizedTest
  @EnumSource(names = {"WARNING", "TASKING", "NOTIFICATION", "REPORTING"})
  void aServiceThatWasKilledIsConsumingAgainSoonAfterItsRestart(PlatformPort which) {
    var service = platform.service(which);
    var change = platform.changing("652300");

    service.kill();
    var progress = platform.exercise().platform().progressOf(which);
    service.start();
    service.awaitReady(FaultPlatform.READY);
    var ready = service.age();
    progress.awaitFirst(FaultPlatform.READY);
    var reading = service.age();
    progress.awaitAll(FaultPlatform.READY);

    FaultPlatform.done(change);
    platform.booksBalance();
    Bound.holds(which.owner() + " takes requests after its start", Duration.ofSeconds(5), ready);
    if (which != PlatformPort.WARNING) {
      Bound.holds(which.owner() + " reads again after its start", Duration.ofSeconds(6), reading);
      Bound.holds(
          which.owner() + " reads again after it is ready",
          Duration.ofSeconds(2),
          reading.minus(ready));
    }
  }
}
