package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import lantian.kit.crash.CrashPoint;
import lantian.local.platform.PlatformPort;
import lantian.local.process.ServiceProcess;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one that was taken for dead comes back, and what it has to say is too late. */
@DisplayName("F32: two instances, one of them stopped in the middle and continued after its lease")
@Tag("faults")
class TwoInstancesTest {

  private static final String PLACE = "150822";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  void aRelayThatComesBackLateMarksNothing() {
    platform.booksBalance();
    var first = platform.service(PlatformPort.WARNING);
    var second = platform.another(PlatformPort.WARNING);
    platform.hold(PlatformPort.WARNING, CrashPoint.RELAY_CONFIRMED);
    var change = platform.change(PLACE);
    platform.awaitHeld(PlatformPort.WARNING, CrashPoint.RELAY_CONFIRMED);
    first.suspend();

    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody takes over",
        () ->
            platform
                    .tables()
                    .count(
                        "select count(*) from warning.outbox where key = '%s' and sent_at is null"
                            .formatted(change.warning()))
                == 0);
    var marked = marks(change.warning().toString());
    first.resume();
    platform.letGo(PlatformPort.WARNING, CrashPoint.RELAY_CONFIRMED);

    Waiting.until(
        FaultPlatform.REST,
        () -> "it says nothing",
        () -> says(first, "another relay has taken over"));
    second.terminate();
    platform.booksBalance();
    assertThat(marks(change.warning().toString())).isEqualTo(marked);
  }

  @ParameterizedTest
  @EnumSource(names = {"CALL_BEGUN", "CALL_ANSWERED"})
  void aSenderThatComesBackLateSendsAndConcludesNothing(CrashPoint where) {
    var before = platform.booksBalance();
    var first = platform.service(PlatformPort.NOTIFICATION);
    var second = platform.another(PlatformPort.NOTIFICATION);
    // What has been answered needs no second message.
    platform.exercise().silenceLiaisons(true);
    platform.hold(PlatformPort.NOTIFICATION, where);
    platform.lift(PLACE);
    platform.change(PLACE);
    platform.awaitHeld(PlatformPort.NOTIFICATION, where);
    first.suspend();

    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody puts it right",
        () ->
            platform.receiver().taken().stream().filter(taken -> taken.repeat()).count()
                > before.repeated());
    first.resume();
    platform.letGo(PlatformPort.NOTIFICATION, where);

    Waiting.until(
        FaultPlatform.REST, () -> "it says nothing", () -> says(first, "too late to conclude"));
    platform.booksBalance();
    second.terminate();
    platform.booksBalance();
  }

  @Test
  void aPeerReadsOnWhenTheOtherIsKilled() {
    platform.booksBalance();
    var second = platform.another(PlatformPort.NOTIFICATION);
    var exercise = platform.exercise().platform();
    exercise.awaitConsuming(PlatformPort.NOTIFICATION, FaultPlatform.READY);

    platform.service(PlatformPort.NOTIFICATION).kill();
    long begun = System.nanoTime();
    exercise.awaitConsuming(PlatformPort.NOTIFICATION, FaultPlatform.READY);
    var tookOver = Duration.ofNanos(System.nanoTime() - begun);
    platform.change(PLACE);
    platform.restart(PlatformPort.NOTIFICATION);
    second.terminate();

    platform.booksBalance();
    Bound.holds("a peer has read all after the other was killed", Duration.ofSeconds(12), tookOver);
  }

  /** Everything that could change when a row is marked a second time. */
  private String marks(String warning) {
    return platform
        .tables()
        .text(
            "select string_agg(event_id || ' ' || sent_at || ' ' || attempts, ', ' order by seq)"
                + " from warning.outbox where key = '"
                + warning
                + "'");
  }

  private static boolean says(ServiceProcess service, String words) {
    try {
      return Files.readString(service.log()).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
