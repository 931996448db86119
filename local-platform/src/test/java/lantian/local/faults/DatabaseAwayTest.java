package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Never accept what cannot be stored. */
@Tag("faults")
class DatabaseAwayTest {

  private static final List<PlatformPort> SERVICES =
      List.of(
          PlatformPort.WARNING,
          PlatformPort.TASKING,
          PlatformPort.NOTIFICATION,
          PlatformPort.REPORTING);

  private static final Duration SOON = Duration.ofSeconds(60);

  /** In short longer than a connection waits for an answer. */
  private static final Duration STOPPED =
      Bound.lasting(Duration.ofSeconds(20), Duration.ofSeconds(60));

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  @DisplayName("F5: the database is killed and comes back after a while")
  void withoutADatabaseServicesSaySoAndGoOnByThemselvesAfterIt() {
    platform.change("652300");
    var underWay = platform.changing("150822");
    platform.database().kill();

    for (var service : SERVICES) {
      Waiting.until(
          SOON,
          () -> service + " says that it is ready",
          () -> platform.service(service).readiness() == 503);
    }
    assertThat(platform.rawForecasts().post("652300"))
        .satisfies(DatabaseAwayTest::saysThatItCannotNow);

    long begun = System.nanoTime();
    platform.database().start();
    for (var service : SERVICES) {
      platform.service(service).awaitReady(FaultPlatform.READY);
    }
    var ready = Duration.ofNanos(System.nanoTime() - begun);
    SERVICES.forEach(
        service -> platform.exercise().platform().awaitConsuming(service, FaultPlatform.READY));
    var consuming = Duration.ofNanos(System.nanoTime() - begun);

    FaultPlatform.done(underWay);
    platform.booksBalance();
    Bound.holds("all are ready after the database's start", Duration.ofSeconds(10), ready);
    Bound.holds("all read after the database's start", Duration.ofSeconds(10), consuming);
  }

  @Test
  @DisplayName("F6: the database stands still")
  void aDatabaseThatStandsStillHoldsNobodyForLongAndNothingIsLost() {
    platform.change("652300");
    platform.database().suspend();
    long began = System.nanoTime();

    var answer = platform.rawForecasts().post("652300");
    var took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(answer).satisfies(DatabaseAwayTest::saysThatItCannotNow);
    var underWay = platform.changing("150822");
    Waiting.until(
        STOPPED.plusSeconds(1),
        () -> "never",
        () -> System.nanoTime() - began >= STOPPED.toNanos());

    long begun = System.nanoTime();
    platform.database().resume();
    SERVICES.forEach(service -> platform.service(service).awaitReady(FaultPlatform.READY));
    SERVICES.forEach(
        service -> platform.exercise().platform().awaitConsuming(service, FaultPlatform.READY));
    var consuming = Duration.ofNanos(System.nanoTime() - begun);

    FaultPlatform.done(underWay);
    platform.booksBalance();
    Bound.holds("an answer while the database stands still", Duration.ofSeconds(10), took);
    Bound.holds("all read after the database goes on", Duration.ofSeconds(10), consuming);
  }

  private static void saysThatItCannotNow(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("/problems/unavailable");
  }
}
