package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import lantian.events.EventType;
import lantian.kit.security.Role;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnNotificationService
class RetryingTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aReceiverThatFailsTwiceGetsItTheThirdTimeUnderTheSameId() {
    receiver.next(Behaviour.status(500), Behaviour.status(503));
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(receiver.received()).hasSize(3);
    assertThat(receiver.received().stream().map(r -> r.headers().get("webhook-id")).distinct())
        .hasSize(1);
    assertThat(receiver.received()).noneMatch(r -> r.json().get("repeat").asBoolean());
    assertThat(liaisons.outcomesOf(warning)).containsExactly("TRY_AGAIN", "TRY_AGAIN", "SENT");
    assertThat(liaisons.awaitTold(warning, 1).getFirst().body().get("attempts").asInt())
        .isEqualTo(3);
  }

  @Test
  void aReceiverThatIsAwayIsCalledAgainUntilTheDeadlineAndThenTheOthersHear() throws IOException {
    liaisons.enter(unit, "http://127.0.0.1:" + closedPort() + "/hook");

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "PERM_FAIL");
    var delivery = liaisons.onlyDeliveryOf(warning);
    assertThat(delivery.at("/delivery/reason").asString()).isEqualTo("GAVE_UP");
    assertThat(liaisons.outcomesOf(warning)).hasSizeGreaterThan(2).containsOnly("TRY_AGAIN");
    // The unit has no deputy, and the jurisdiction no duty desk.
    var told = liaisons.awaitTold(warning, 2);
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().is(EventType.DELIVERY_FAILED)).isTrue();
    assertThat(told.getLast().is(EventType.DELIVERY_ESCALATED)).isTrue();
    assertThat(told.getFirst().body().get("reason").asString()).isEqualTo("GAVE_UP");
  }

  @Test
  void aReceiverThatAsksForTimeGetsIt() {
    receiver.next(Behaviour.status(429, "Retry-After", "1"));
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    var waited =
        receiver.received().getLast().nanoTime() - receiver.received().getFirst().nanoTime();
    assertThat(Duration.ofNanos(waited)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
  }

  @Test
  void aTargetThatIsGoneFailsAtOnceAndItsContactStays() {
    receiver.always(Behaviour.status(410));
    var contact = liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "PERM_FAIL");
    assertThat(receiver.received()).hasSize(1);
    assertThat(liaisons.onlyDeliveryOf(warning).at("/delivery/detail").asString())
        .isEqualTo("HTTP 410");
    assertThat(liaisons.awaitTold(warning, 1).getFirst().body().get("reason").asString())
        .isEqualTo("REFUSED");
    var stands =
        rest.as(Role.OFFICE).get("/api/v1/contacts/" + contact.get("id").asString()).json();
    assertThat(stands.get("active").asBoolean()).isTrue();
  }

  @Test
  void aRedirectionIsNotFollowed() {
    try (var elsewhere = new Receiver()) {
      receiver.always(Behaviour.status(302, "Location", elsewhere.url()));
      liaisons.enter(unit, receiver.url());

      topics.send(Duties.assigned(warning, 1, unit));

      liaisons.awaitStates(warning, "PERM_FAIL");
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void aReceiverThatTalksWithoutEndHasTheMessageAllTheSame() {
    receiver.always(Behaviour.endless());
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aChangedTargetIsTriedAtOnce() throws IOException {
    var contact = liaisons.enter(unit, "http://127.0.0.1:" + closedPort() + "/hook");
    topics.send(Duties.assigned(warning, 1, unit));
    await().atMost(40, SECONDS).until(() -> liaisons.statesOf(warning).contains("TEMP_FAIL"));

    var changed =
        rest.as(Role.OFFICE)
            .ifMatch(1)
            .put(
                "/api/v1/contacts/" + contact.get("id").asString(),
                Liaisons.contact(unit, "王芳", receiver.url()));

    assertThat(changed.status()).isEqualTo(200);
    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aRemovedContactIsTheSameAsNone() {
    receiver.always(Behaviour.status(500));
    var contact = liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    await().atMost(40, SECONDS).until(() -> liaisons.statesOf(warning).contains("TEMP_FAIL"));

    var removed =
        rest.as(Role.OFFICE).ifMatch(1).delete("/api/v1/contacts/" + contact.get("id").asString());

    assertThat(removed.status()).isEqualTo(204);
    liaisons.awaitStates(warning, "PERM_FAIL");
    assertThat(liaisons.onlyDeliveryOf(warning).at("/delivery/reason").asString())
        .isEqualTo("NO_CONTACT");
    assertThat(liaisons.awaitTold(warning, 1).getFirst().is(EventType.DELIVERY_FAILED)).isTrue();
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
