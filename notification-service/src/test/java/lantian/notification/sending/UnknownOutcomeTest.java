package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import lantian.events.EventType;
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
class UnknownOutcomeTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired MeterRegistry metrics;
  @Autowired Rest rest;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aDroppedConnectionIsFollowedByOneMarkedRepeatUnderTheSameId() {
    var repeatsBefore = metrics.counter("notification.marked.repeat").count();
    var unknownBefore = metrics.counter("notification.unknown").count();
    receiver.next(Behaviour.drop());
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(receiver.received()).hasSize(2);
    var first = receiver.received().getFirst();
    var repeat = receiver.received().getLast();
    assertThat(repeat.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
    assertThat(first.json().get("repeat").asBoolean()).isFalse();
    assertThat(repeat.json().get("repeat").asBoolean()).isTrue();
    assertThat(repeat.json().at("/text/zh").asString()).startsWith("【重发，如已收到请忽略】");
    assertThat(liaisons.outcomesOf(warning)).containsExactly("UNKNOWN", "SENT");
    assertThat(liaisons.awaitTold(warning, 1).getFirst().body().get("repeat").asBoolean()).isTrue();
    assertThat(metrics.counter("notification.marked.repeat").count()).isGreaterThan(repeatsBefore);
    assertThat(metrics.counter("notification.unknown").count()).isGreaterThan(unknownBefore);
  }

  @Test
  void aReceiverThatNeverAnswersIsCalledTwiceAndNoMore() {
    receiver.always(Behaviour.drop());
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "PERM_FAIL");
    assertThat(receiver.received()).hasSize(2);
    assertThat(liaisons.onlyDeliveryOf(warning).at("/delivery/reason").asString())
        .isEqualTo("GAVE_UP");
    // The unit has no deputy, and the jurisdiction no duty desk.
    var told = liaisons.awaitTold(warning, 2);
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().is(EventType.DELIVERY_FAILED)).isTrue();
    assertThat(told.getLast().is(EventType.DELIVERY_ESCALATED)).isTrue();
  }

  @Test
  void aReceiverThatIsTooSlowHasPerhapsGotIt() {
    receiver.next(Behaviour.blackHole());
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(liaisons.outcomesOf(warning)).containsExactly("UNKNOWN", "SENT");
  }

  @Test
  void anAnswerWithinTheReceiptWindowSparesTheRepeat() {
    receiver.next(Behaviour.drop());
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    org.awaitility.Awaitility.await()
        .atMost(40, java.util.concurrent.TimeUnit.SECONDS)
        .pollInterval(20, java.util.concurrent.TimeUnit.MILLISECONDS)
        .until(() -> liaisons.statesOf(warning).contains("UNKNOWN"));

    var id = liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();
    var answer =
        rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);

    assertThat(answer.status()).isEqualTo(200);
    // The acknowledgement proves that the first call got through.
    var told = liaisons.awaitTold(warning, 2);
    assertThat(told.stream().map(Liaisons.Told::type))
        .containsExactly(
            EventType.DELIVERY_SENT.wireName(), EventType.DELIVERY_ACKNOWLEDGED.wireName());
    assertThat(told.getLast().body().get("version").asLong())
        .isGreaterThan(told.getFirst().body().get("version").asLong());
    liaisons.awaitStates(warning, "ACKED");
  }
}
