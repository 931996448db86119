package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import lantian.kit.crash.CrashPoint;
import lantian.local.platform.PlatformPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("F1: the service dies before it answers, and the caller asks again under the same key")
@Tag("faults")
class RepeatedRequestsTest {

  private static final String PLACE = "652300";
  private static final String REPLAYED = "Idempotent-Replayed";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @ParameterizedTest
  @EnumSource(names = {"EVENT_APPENDED", "ANSWER_STORED", "REQUEST_COMMITTED"})
  void theRepeatIsToldWhatTheFirstWouldHaveBeenTold(CrashPoint point) {
    var key = UUID.randomUUID().toString();
    var forecast = RawForecasts.clean(PLACE);
    platform.arm(PlatformPort.WARNING, point, 1);

    assertThatThrownBy(() -> platform.rawForecasts().post(PLACE, key, forecast))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(platform.service(PlatformPort.WARNING).awaitEnd(Duration.ofSeconds(60)))
        .isEqualTo(137);
    platform.restart(PlatformPort.WARNING);
    var second = platform.rawForecasts().post(PLACE, key, forecast);
    var third = platform.rawForecasts().post(PLACE, key, forecast);

    // Without the key a run that is there already is answered with 200.
    assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
    assertThat(second.headers().firstValue(REPLAYED).isPresent())
        .as("committed before it died")
        .isEqualTo(point == CrashPoint.REQUEST_COMMITTED);
    assertThat(third.statusCode()).isEqualTo(201);
    assertThat(third.headers().firstValue(REPLAYED)).isPresent();
    assertThat(third.body()).isEqualTo(second.body());
    assertThat(platform.rawForecasts().post(PLACE, key, RawForecasts.clean(PLACE)).statusCode())
        .as("another body under the same key")
        .isEqualTo(422);
    platform.booksBalance();
  }
}
