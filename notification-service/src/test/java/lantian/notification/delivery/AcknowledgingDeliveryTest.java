package lantian.notification.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import lantian.events.EventType;
import lantian.kit.security.Role;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnNotificationService
class AcknowledgingDeliveryTest {
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

  private String sent() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "ACCEPTED");
    return "/api/v1/deliveries/" + liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();
  }

  private static void refused(Answer answer, int status, String title) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().get("title").asString()).isEqualTo(title);
  }

  @Test
  void theLiaisonAcknowledgesOnceHoweverOftenItIsSaid() {
    var path = sent() + "/acknowledge";
    var liaison = rest.asLiaisonOf(unit, "652300");

    var first = liaison.post(path, null);
    var second = liaison.post(path, Map.of());

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("state").asString()).isEqualTo("ACKED");
    assertThat(first.json().get("acknowledgedBy").asString()).isEqualTo("liaison-" + unit);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json());
    var told = liaisons.awaitTold(warning, 2);
    assertThat(told.stream().map(Liaisons.Told::type))
        .containsExactly(
            EventType.DELIVERY_SENT.wireName(), EventType.DELIVERY_ACKNOWLEDGED.wireName());
    assertThat(told.getLast().body().get("by").asString()).isEqualTo("liaison-" + unit);
    assertThat(told.getLast().body().get("way").asString()).isEqualTo("SIGNED_IN");
  }

  @Test
  void theOfficeEntersWhoAnsweredByTelephone() {
    var path = sent() + "/acknowledge";

    var answer = rest.as(Role.OFFICE).post(path, Map.of("by", " 李强 "));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("acknowledgedBy").asString()).isEqualTo("李强");
    assertThat(liaisons.awaitTold(warning, 2).getLast().body().get("way").asString())
        .isEqualTo("ENTERED");
  }

  @Test
  void theOfficeHasToSayWho() {
    var path = sent() + "/acknowledge";

    var chinese = rest.as(Role.OFFICE).post(path, null);
    var english = rest.as(Role.OFFICE).inEnglish().post(path, Map.of("by", " "));

    refused(chinese, 422, "内容不符合规则");
    assertThat(chinese.json().at("/errors/0/pointer").asString()).isEqualTo("/by");
    assertThat(chinese.json().at("/errors/0/detail").asString()).isEqualTo("此项必填。");
    refused(english, 422, "A rule is broken");
    assertThat(english.json().at("/errors/0/detail").asString()).isEqualTo("This is required.");
    liaisons.awaitStates(warning, "ACCEPTED");
  }

  @Test
  void anotherUnitMayNeitherReadNorAcknowledge() {
    var path = sent();
    var other = rest.asLiaisonOf("other", "652300");

    refused(other.post(path + "/acknowledge", null), 403, "无权限");
    refused(other.get(path), 403, "无权限");
    refused(other.get("/api/v1/deliveries?unit=" + unit), 403, "无权限");
    refused(
        rest.asLiaisonOf(unit, "150822").inEnglish().post(path + "/acknowledge", null),
        403,
        "Not allowed");
    assertThat(other.get("/api/v1/deliveries?warningId=" + warning).json().get("total").asLong())
        .isZero();
    liaisons.awaitStates(warning, "ACCEPTED");
  }

  @Test
  void whoAnswersIsNotSentAnythingMore() {
    receiver.always(Behaviour.status(500));
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    await().atMost(40, SECONDS).until(() -> liaisons.statesOf(warning).contains("TEMP_FAIL"));
    var id = liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();

    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                rest.as(Role.OFFICE)
                        .post("/api/v1/deliveries/" + id + "/acknowledge", Map.of("by", "李强"))
                        .status()
                    == 200);

    var calls = receiver.received().size();
    var other = UUID.randomUUID();
    topics.send(Duties.assigned(other, 1, unit)); // something else goes on being sent meanwhile
    await().atMost(40, SECONDS).until(() -> receiver.received().size() >= calls + 4);
    liaisons.awaitStates(warning, "ACKED");
    assertThat(
            receiver.received().stream()
                .skip(calls + 1L)
                .filter(r -> r.json().get("deliveryId").asString().equals(id)))
        .isEmpty();
  }

  @Test
  void anAnswerWhileTheCallStillGoesOnCountsAndTheCallTooIsTold() {
    receiver.next(
        (exchange, _) -> {
          var id = receiver.received().getLast().json().get("deliveryId").asString();
          var answer =
              rest.asLiaisonOf(unit, "652300")
                  .post("/api/v1/deliveries/" + id + "/acknowledge", null);
          exchange.sendResponseHeaders(answer.status(), -1);
        });
    liaisons.enter(unit, receiver.url());

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACKED");
    var told = liaisons.awaitTold(warning, 2);
    assertThat(told.stream().map(Liaisons.Told::type))
        .containsExactly(
            EventType.DELIVERY_SENT.wireName(), EventType.DELIVERY_ACKNOWLEDGED.wireName());
    await().atMost(40, SECONDS).until(() -> liaisons.outcomesOf(warning).contains("SENT"));
    assertThat(liaisons.awaitTold(warning, 2)).hasSize(2);
  }

  @Test
  void whatWasSentToNobodyCannotBeAcknowledged() {
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "PERM_FAIL");
    var id = liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();

    refused(
        rest.as(Role.OFFICE)
            .inEnglish()
            .post("/api/v1/deliveries/" + id + "/acknowledge", Map.of("by", "Li")),
        409,
        "Not possible in this state");
  }

  @Test
  void aSupersededMessageCannotBeAcknowledged() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 2, unit));
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "SUPERSEDED", "ACCEPTED");
    var id =
        liaisons.deliveriesOf(warning).stream()
            .filter(d -> d.get("revision").asLong() == 1)
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();

    var answer =
        rest.as(Role.OFFICE).post("/api/v1/deliveries/" + id + "/acknowledge", Map.of("by", "李强"));

    refused(answer, 409, "当前状态不允许");
    assertThat(answer.json().get("detail").asString()).contains("更新通知");
  }

  @Test
  void aRequestThatCannotBeReadNamesTheField() {
    var path = sent() + "/acknowledge";
    var office = rest.as(Role.OFFICE);

    var unknown = office.post(path, Map.of("by", "李强", "at", "now"));
    refused(unknown, 400, "请求无法读取");
    assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/at");
    refused(office.post(path, "{\"by\": 5}"), 400, "请求无法读取");
    refused(office.post(path, "{"), 400, "请求无法读取");
    refused(
        office.post("/api/v1/deliveries/not-an-id/acknowledge", Map.of("by", "李强")), 400, "请求无法读取");
    refused(
        office.post("/api/v1/deliveries/" + UUID.randomUUID() + "/acknowledge", Map.of("by", "李强")),
        404,
        "未找到");
    refused(office.get("/api/v1/deliveries?state=LOST"), 400, "请求无法读取");
    refused(office.get("/api/v1/deliveries?size=0"), 422, "内容不符合规则");
    liaisons.awaitStates(warning, "ACCEPTED");
  }

  @Test
  void deliveriesComeInPages() {
    liaisons.enter(unit, receiver.url("/a"));
    liaisons.enter(unit, receiver.url("/b"));
    liaisons.enter(unit, receiver.url("/c"));
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "ACCEPTED", "ACCEPTED", "ACCEPTED");

    var path = "/api/v1/deliveries?jurisdiction=652300&size=2&unit=" + unit;
    var first = rest.as(Role.OFFICE).get(path + "&page=0").json();
    var second = rest.as(Role.OFFICE).get(path + "&page=1&state=ACCEPTED").json();

    assertThat(first.get("total").asLong()).isEqualTo(3);
    assertThat(first.get("items")).hasSize(2);
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.at("/items/0/createdAt").asString()).endsWith("+08:00");
  }
}
