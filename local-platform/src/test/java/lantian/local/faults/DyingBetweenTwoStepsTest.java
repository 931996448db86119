package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.kit.crash.CrashPoint;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("F1, F2, F3, F4: a process dies between two steps, at every place where it can")
@Tag("faults")
class DyingBetweenTwoStepsTest {

  private static final int AS_ARMED = 137;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PLACE = "652300";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  /** Who dies, and what brings it there. */
  private record Scene(PlatformPort service, Act act) {}

  private enum Act {
    A_CHANGE_OF_LEVEL,
    A_NEW_DAY,
    A_REBUILD,
    AN_ACKNOWLEDGEMENT,
    AN_ESCALATION
  }

  /** A new crash point does not compile until it has a place here. */
  private static Scene sceneOf(CrashPoint point) {
    return switch (point) {
      case FORECAST_VALIDATED,
          FORECAST_STORED,
          PROPOSAL_STORED,
          SUBMISSION_STORED,
          APPROVAL_STORED,
          WARNING_CHANGE_STORED,
          EVENT_APPENDED,
          ANSWER_STORED,
          REQUEST_COMMITTED,
          RELAY_CLAIMED,
          RELAY_SENT,
          RELAY_CONFIRMED,
          RELAY_MARKED ->
          new Scene(PlatformPort.WARNING, Act.A_CHANGE_OF_LEVEL);
      case INTAKE_HANDLED,
          INTAKE_COMMITTED,
          FAN_OUT_RECORDED,
          FAN_OUT_CHUNK_WRITTEN,
          FAN_OUT_CHUNK_COMMITTED ->
          new Scene(PlatformPort.TASKING, Act.A_CHANGE_OF_LEVEL);
      case DAILY_CHUNK_WRITTEN -> new Scene(PlatformPort.TASKING, Act.A_NEW_DAY);
      case REBUILD_READ, REBUILD_PUT_IN -> new Scene(PlatformPort.REPORTING, Act.A_REBUILD);
      case CALL_CLAIMED, CALL_BEGUN, CALL_ANSWERED, CALL_CONCLUDED ->
          new Scene(PlatformPort.NOTIFICATION, Act.A_CHANGE_OF_LEVEL);
      case ACKNOWLEDGEMENT_STORED -> new Scene(PlatformPort.NOTIFICATION, Act.AN_ACKNOWLEDGEMENT);
      case ESCALATION_STORED -> new Scene(PlatformPort.NOTIFICATION, Act.AN_ESCALATION);
    };
  }

  @ParameterizedTest
  @EnumSource
  void whoeverDiesAnywhereNothingIsLostAndNothingDoneTwice(CrashPoint point) {
    var scene = sceneOf(point);
    if (scene.act() == Act.A_NEW_DAY) {
      platform.haveALevelInForce(PLACE);
    }
    var before = platform.booksBalance();
    platform.arm(scene.service(), point, 1);

    var act =
        switch (scene.act()) {
          case A_CHANGE_OF_LEVEL -> platform.changing(PLACE);
          case A_NEW_DAY -> {
            letADayPass();
            yield null;
          }
          case A_REBUILD -> {
            platform.rebuild();
            yield null;
          }
          case AN_ACKNOWLEDGEMENT -> {
            acknowledgeSomething();
            yield null;
          }
          case AN_ESCALATION -> {
            waitLongForAnswers();
            yield null;
          }
        };

    assertThat(platform.service(scene.service()).awaitEnd(SOON)).isEqualTo(AS_ARMED);
    platform.restart(scene.service());
    if (act != null) {
      var change = FaultPlatform.done(act);
      assertThat(change.jurisdiction()).isEqualTo(PLACE);
    }

    var after = platform.booksBalance();
    if (scene.act() == Act.A_REBUILD) {
      assertThat(platform.awaitRebuilt().path("tries").asInt()).isEqualTo(2);
    }
    if (scene.act() == Act.A_CHANGE_OF_LEVEL) {
      assertThat(after.changes()).isEqualTo(before.changes() + 1);
      assertThat(after.messages()).isGreaterThan(before.messages());
    }
    if (point.compareTo(CrashPoint.CALL_BEGUN) < 0) {
      assertThat(after.repeated()).isEqualTo(before.repeated());
    }
  }

  /** Hours pass for the service, and nobody has answered. */
  private void waitLongForAnswers() {
    if (platform.receiver().taken().isEmpty()) {
      platform.change(PLACE);
      platform.booksBalance();
    }
    pass(PlatformPort.NOTIFICATION, Duration.ofHours(9));
  }

  /** A day passes for the service; started again it stands in the old one. */
  private void letADayPass() {
    pass(PlatformPort.TASKING, Duration.ofDays(1));
  }

  private void pass(PlatformPort service, Duration time) {
    var later = ChinaTime.at(Instant.now().plus(time));
    try {
      platform
          .api()
          .as("operator", "operator", "*", null)
          .post(service, "/local/clock", Map.of("now", later.toString(), "ticking", true));
    } catch (Api.NoAnswer e) {
      // As it should be: the service died before it could answer.
    }
  }

  private void acknowledgeSomething() {
    var message = platform.unanswered(PLACE);
    var liaison = platform.api().as("liaison", "liaison-" + message.unit(), PLACE, message.unit());
    try {
      liaison.post(
          PlatformPort.NOTIFICATION,
          "/api/v1/deliveries/" + message.delivery() + "/acknowledge",
          Map.of());
    } catch (Api.NoAnswer e) {
      // As it should be: the service died before it could answer.
    }
  }
}
