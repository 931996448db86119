package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.kit.crash.CrashPoint;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F19: a reader throws an Error")
class FailingHandlersTest {

  private static final String PLACE = "150822";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @ParameterizedTest
  @ValueSource(strings = {"ASSERTION_ERROR", "STACK_OVERFLOW_ERROR", "NO_CLASS_DEF_FOUND_ERROR"})
  void theRecordIsKeptAndTheReaderGoesOnAndItTakesEffectWhenReplayed(String error) {
    platform.booksBalance();
    platform.fail(PlatformPort.TASKING, CrashPoint.INTAKE_HANDLED, error);

    platform.change(PLACE);
    Waiting.until(FaultPlatform.REST, () -> "it is not kept", () -> parked() > 0);
    platform.letGo(PlatformPort.TASKING, CrashPoint.INTAKE_HANDLED);
    platform.exercise().platform().awaitConsuming(PlatformPort.TASKING, FaultPlatform.READY);
    assertThat(platform.service(PlatformPort.TASKING).isReady()).isTrue();

    replayAll();
    assertThat(parked()).isZero();
    platform.booksBalance();
  }

  private long parked() {
    return platform
        .tables()
        .count("select count(*) from tasking.parked_record where state = 'PARKED'");
  }

  /** In the order in which they came. */
  private void replayAll() {
    var operator = platform.exercise().operator();
    var ids =
        operator
            .get(PlatformPort.TASKING, "/api/v1/parked-records?state=PARKED&size=500")
            .path("items")
            .valueStream()
            .map(record -> record.path("id").asLong())
            .sorted()
            .toList();
    for (var id : ids) {
      operator.post(PlatformPort.TASKING, "/api/v1/parked-records/" + id + "/replay", null);
    }
  }
}
