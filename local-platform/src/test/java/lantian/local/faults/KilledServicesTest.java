package lantian.local.faults;

import java.time.Duration;
import lantian.local.platform.PlatformPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("F1, F3, F4: a service is killed while a change goes through")
class KilledServicesTest {

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @ParameterizedTest
  @EnumSource(names = {"WARNING", "TASKING", "NOTIFICATION", "REPORTING"})
  void aServiceThatWasKilledIsConsumingAgainSoonAfterItsRestart(PlatformPort which) {
    var service = platform.service(which);
    var change = platform.changing("652300");

    service.kill();
    service.start();
    service.awaitReady(FaultPlatform.READY);
    var ready = service.age();
    platform.exercise().platform().awaitConsuming(which, FaultPlatform.READY);
    var consuming = service.age();

    FaultPlatform.done(change);
    platform.booksBalance();
    Bound.holds(which.owner() + " takes requests after its start", Duration.ofSeconds(5), ready);
    Bound.holds(which.owner() + " has read all after its start", Duration.ofSeconds(6), consuming);
    Bound.holds(
        which.owner() + " has read all after it is ready",
        Duration.ofSeconds(5),
        consuming.minus(ready));
  }
}
