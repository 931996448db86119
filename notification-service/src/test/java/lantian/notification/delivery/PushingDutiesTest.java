package lantian.notification.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnNotificationService
class PushingDutiesTest {
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
  void aLevelChangeReachesTheLiaisonWithTheWholeList() {
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("ACCEPTED"));
    assertThat(receiver.received()).hasSize(1);
    var message = receiver.received().getFirst().json();
    var delivery = liaisons.deliveriesOf(warning).getFirst();
    assertThat(message.get("type").asString()).isEqualTo("duties.level-change");
    assertThat(message.get("deliveryId").asString()).isEqualTo(delivery.get("id").asString());
    assertThat(message.get("mode").asString()).isEqualTo("LIVE");
    assertThat(message.at("/warning/id").asString()).isEqualTo(warning.toString());
    assertThat(message.at("/warning/level").asString()).isEqualTo("ORANGE");
    assertThat(message.at("/warning/validFrom").asString()).startsWith("2016-12-09T16:04");
    assertThat(message.at("/warning/name").asString()).isEqualTo("昌吉州");
    assertThat(message.at("/text/zh").asString())
        .isEqualTo(
            "【昌吉州·重污染天气橙色预警·发布】此前为无预警，自2016年12月9日16:04起执行。"
                + "住房和城乡建设局：共有任务 2 项，其中新增 2 项、调整 0 项。请确认收到并落实。");
    assertThat(message.at("/text/en").asString()).contains("orange warning issued");
    assertThat(message.get("duties")).hasSize(2);
    assertThat(message.at("/duties/0/clause").asString()).isEqualTo("changji#四.13/2");
    assertThat(message.get("acknowledge").asString())
        .isEqualTo(
            "http://127.0.0.1:8083/api/v1/deliveries/"
                + delivery.get("id").asString()
                + "/acknowledge");
    assertThat(message.get("repeat").asBoolean()).isFalse();
  }

  @Test
  void theReceiverCanVerifyTheSignature() throws Exception {
    var secret = liaisons.enter(unit, receiver.url()).get("secret").asString();

    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(10, SECONDS).until(() -> !receiver.received().isEmpty());
    var request = receiver.received().getFirst();
    var id = String.valueOf(request.headers().get("webhook-id"));
    var timestamp = String.valueOf(request.headers().get("webhook-timestamp"));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    var expected =
        Base64.getEncoder()
            .encodeToString(
                mac.doFinal((id + "." + timestamp + "." + request.body()).getBytes("UTF-8")));
    assertThat(request.headers().get("webhook-signature")).isEqualTo("v1," + expected);
    assertThat(id).isEqualTo(request.json().get("deliveryId").asString());
    assertThat(Long.parseLong(timestamp))
        .isCloseTo(System.currentTimeMillis() / 1000, org.assertj.core.data.Offset.offset(60L));
    assertThat(request.headers().get("content-type")).startsWith("application/json");
    assertThat(request.headers()).doesNotContainKey("cookie");
  }

  @Test
  void theOthersHearThatItWasSent() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("ACCEPTED"));

    var id = UUID.fromString(liaisons.deliveriesOf(warning).getFirst().get("id").asString());
    await().atMost(10, SECONDS).until(() -> !Liaisons.toldOf(id).isEmpty());
    var told = Liaisons.toldOf(id).getFirst();
    assertThat(told.is(EventType.DELIVERY_SENT)).isTrue();
    assertThat(told.body().get("unit").asString()).isEqualTo(unit);
    assertThat(told.body().get("attempts").asInt()).isEqualTo(1);
    assertThat(told.body().get("repeat").asBoolean()).isFalse();
    assertThat(told.body().get("createdAt").asString()).startsWith("2026-01-01T08:00");
  }

  @Test
  void everyActiveContactIsTold() {
    liaisons.enter(unit, receiver.url("/first"));
    liaisons.enter(unit, receiver.url("/second"));

    topics.send(Duties.assigned(warning, 1, unit));

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () -> assertThat(liaisons.statesOf(warning)).containsExactly("ACCEPTED", "ACCEPTED"));
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void anEventDeliveredTwiceIsOnePush() {
    liaisons.enter(unit, receiver.url());
    var event = Duties.assigned(warning, 1, unit);
    var id = UUID.randomUUID();

    topics.send(id, event);
    topics.send(id, event);
    topics.send(event); // the same again under another id
    topics.send(Duties.assigned(warning, 2, unit));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).size() == 2);
    await()
        .atMost(10, SECONDS)
        .until(() -> liaisons.statesOf(warning).getLast().equals("ACCEPTED"));
    assertThat(receiver.received().stream().map(r -> r.json().at("/warning/revision").asLong()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNewDayOfADailyDutyIsNotPushed() {
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit, Occasion.DAILY, Mode.LIVE));
    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("ACCEPTED"));
    assertThat(liaisons.statesOf(warning)).hasSize(1);
  }

  @Test
  void aUnitWithNothingLeftToDoIsStoodDown() {
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.withdrawn(warning, 2, unit, 0));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("ACCEPTED"));
    var message = receiver.received().getFirst().json();
    assertThat(message.get("type").asString()).isEqualTo("duties.stand-down");
    assertThat(message.at("/text/zh").asString())
        .isEqualTo("【昌吉州·重污染天气橙色预警·解除】自2016年12月12日16:04起，住房和城乡建设局的应急任务全部终止。请确认收到。");
  }

  @Test
  void aUnitThatKeepsDutiesIsNotStoodDown() {
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.withdrawn(warning, 2, unit, 3));
    topics.send(Duties.assigned(warning, 3, unit));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("ACCEPTED"));
    assertThat(liaisons.statesOf(warning)).hasSize(1);
  }

  @Test
  void aDrillSaysSoInItsFirstWord() {
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit, Occasion.LEVEL_CHANGE, Mode.DRILL));

    await().atMost(10, SECONDS).until(() -> !receiver.received().isEmpty());
    var message = receiver.received().getFirst().json();
    assertThat(message.get("mode").asString()).isEqualTo("DRILL");
    assertThat(message.at("/text/zh").asString()).startsWith("【演练】");
    assertThat(message.at("/text/en").asString()).startsWith("[DRILL]");
  }

  @Test
  void aUnitWithoutAContactIsToldOf() {
    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(10, SECONDS).until(() -> liaisons.statesOf(warning).contains("PERM_FAIL"));
    var delivery = liaisons.deliveriesOf(warning).getFirst();
    assertThat(delivery.get("reason").asString()).isEqualTo("NO_CONTACT");
    assertThat(delivery.get("contactId").isNull()).isTrue();
    var id = UUID.fromString(delivery.get("id").asString());
    await().atMost(10, SECONDS).until(() -> !Liaisons.toldOf(id).isEmpty());
    var told = Liaisons.toldOf(id).getFirst();
    assertThat(told.is(EventType.DELIVERY_FAILED)).isTrue();
    assertThat(told.body().get("reason").asString()).isEqualTo("NO_CONTACT");
    assertThat(told.body().get("contactId").isNull()).isTrue();
  }
}
