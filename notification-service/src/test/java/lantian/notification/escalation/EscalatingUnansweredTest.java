package lantian.notification.escalation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.kit.observability.Surveying;
import lantian.kit.security.Role;
import lantian.kit.time.MovableClock;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.Liaisons.Told;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.notification.contact.Rank;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** By the packaged policy: the deputy after 30 minutes at orange, the duty desk after 60. */
@OnNotificationService
class EscalatingUnansweredTest {
  private static final Duration DEPUTY = Duration.ofMinutes(30);
  private static final Duration DUTY_DESK = Duration.ofMinutes(60);

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;
  @Autowired JdbcClient sql;
  @Autowired MovableClock clock;
  @Autowired EscalatingUnanswered escalating;
  @Autowired Surveying surveying;
  @Autowired TransactionTemplate transaction;

  private final Receiver liaison = new Receiver();
  private final Receiver deputy = new Receiver();
  private final Receiver desk = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    clock.stopAt(Liaisons.NOW);
    sql.sql("delete from contact where rank = 'DUTY_DESK'").update();
    Stream.of(liaison, deputy, desk).forEach(Receiver::close);
  }

  private void enterAll() {
    liaisons.enter(unit, "王芳", Rank.LIAISON, liaison.url());
    liaisons.enter(unit, "李强", Rank.DEPUTY, deputy.url());
    liaisons.enter("zhb", "值班室", Rank.DUTY_DESK, desk.url());
  }

  private void send() {
    topics.send(Duties.assigned(warning, 1, unit));
  }

  private void pass(Duration sinceSent) {
    clock.stopAt(Liaisons.NOW.plus(sinceSent));
  }

  /** Rank and state of each delivery, in the order in which people are told. */
  private List<String> told() {
    return sql.sql(
            """
            select rank || ' ' || state from delivery where warning_id = ?
            order by revision, array_position(array['LIAISON', 'DEPUTY', 'DUTY_DESK'], rank), contact_name
            """)
        .param(warning)
        .query((rs, _) -> rs.getString(1))
        .list();
  }

  private void awaitTold(String... deliveries) {
    await().atMost(40, SECONDS).untilAsserted(() -> assertThat(told()).containsExactly(deliveries));
  }

  private String standing() {
    return sql.sql(
            "select told || ' ' || state from escalation where warning_id = ? order by revision limit 1")
        .param(warning)
        .query(String.class)
        .single();
  }

  private void awaitStanding(String standing) {
    await().atMost(40, SECONDS).untilAsserted(() -> assertThat(standing()).isEqualTo(standing));
  }

  private JsonNode delivery(Rank rank) {
    return rest.as(Role.OFFICE)
        .get("/api/v1/deliveries?warningId=" + warning + "&rank=" + rank)
        .json()
        .at("/items/0");
  }

  /** What the duty desk heard of this warning; it hears of other units' too. */
  private List<JsonNode> heardByDesk() {
    return desk.received().stream()
        .map(Receiver.Received::json)
        .filter(message -> message.at("/warning/id").asString().equals(warning.toString()))
        .toList();
  }

  private static List<Told> escalationsOf(JsonNode delivery) {
    var id = UUID.fromString(delivery.get("id").asString());
    return Liaisons.toldOf(id).stream().filter(t -> t.is(EventType.DELIVERY_ESCALATED)).toList();
  }

  private static JsonNode escalationOf(JsonNode delivery) {
    await().atMost(40, SECONDS).until(() -> !escalationsOf(delivery).isEmpty());
    assertThat(escalationsOf(delivery)).hasSize(1);
    return escalationsOf(delivery).getFirst().body();
  }

  /** Whatever is due by now has been done, by this or by the timer. */
  private void runTheTimer() {
    escalateAll(clock.instant());
  }

  private void escalateAll(Instant now) {
    escalating.due(now).forEach(message -> escalating.escalate(message, now));
  }

  @Test
  void theLiaisonIsToldFirstTheDeputyThenTheDutyDesk() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");

    pass(DEPUTY.minusMillis(1));
    runTheTimer();
    assertThat(told()).containsExactly("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");
    pass(DUTY_DESK.minusMillis(1));
    runTheTimer();
    assertThat(told()).hasSize(2);
    pass(DUTY_DESK);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED", "DUTY_DESK ACCEPTED");

    var first = delivery(Rank.LIAISON);
    var second = delivery(Rank.DEPUTY);
    assertThat(first.get("escalationOf").isNull()).isTrue();
    assertThat(second.get("escalationOf")).isEqualTo(first.get("id"));
    assertThat(delivery(Rank.DUTY_DESK).get("escalationOf")).isEqualTo(first.get("id"));
    var event = escalationOf(second);
    assertThat(event.get("step").asString()).isEqualTo("DEPUTY");
    assertThat(event.get("reason").asString()).isEqualTo("UNANSWERED");
    assertThat(event.get("policy").asString()).isEqualTo("default@1");
    assertThat(event.get("escalationOf")).isEqualTo(first.get("id"));
    assertThat(event.get("contactId")).isEqualTo(second.get("contactId"));
    assertThat(event.get("since").asString()).isEqualTo("2026-01-01T08:00:00+08:00");
    assertThat(event.get("escalatedAt").asString()).isEqualTo("2026-01-01T08:30:00+08:00");
    assertThat(escalationOf(delivery(Rank.DUTY_DESK)).get("step").asString())
        .isEqualTo("DUTY_DESK");
    assertThat(heardByDesk().getFirst().at("/title/zh").asString())
        .startsWith("【升级提醒：由副职转值班室，60 分钟无人确认】");
  }

  @Test
  void theMessageSaysThatItIsAnEscalationToWhomInsteadOfWhomAndWhy() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");

    var message = deputy.received().getFirst().json();
    assertThat(message.at("/title/zh").asString())
        .isEqualTo("【升级提醒：由联络员转副职，30 分钟无人确认】昌吉州重污染天气橙色预警·发布：住房和城乡建设局任务 2 项");
    assertThat(message.at("/title/en").asString())
        .startsWith(
            "[Escalation to the deputy instead of the liaison: 30 minutes without an answer] 昌吉州:");
    assertThat(message.at("/text/zh").asString())
        .startsWith("【升级提醒】住房和城乡建设局自2026年1月1日08:00起 30 分钟无人确认以下通知，现由联络员转副职，")
        .contains("【昌吉州·重污染天气橙色预警·发布】");
    assertThat(message.at("/text/en").asString())
        .startsWith(
            "[Escalation to the deputy instead of the liaison] For 30 minutes, since 1 January")
        .contains("nobody of Housing and Construction Bureau", "orange warning issued");
    var escalation = message.get("escalation");
    assertThat(escalation.get("to").asString()).isEqualTo("DEPUTY");
    assertThat(escalation.get("insteadOf").asString()).isEqualTo("LIAISON");
    assertThat(escalation.get("reason").asString()).isEqualTo("UNANSWERED");
    assertThat(escalation.get("since").asString()).isEqualTo("2026-01-01T08:00:00+08:00");
    assertThat(escalation.get("minutes").asInt()).isEqualTo(30);
    assertThat(message.toString()).as("roles, not people").doesNotContain("王芳", "李强");
    var first = liaison.received().getFirst().json();
    assertThat(first.get("escalation").isNull()).isTrue();
    assertThat(first.at("/title/zh").asString()).isEqualTo("昌吉州重污染天气橙色预警·发布：住房和城乡建设局任务 2 项");
    assertThat(message.get("duties")).hasSize(2);
    assertThat(message.get("link")).isNotEqualTo(liaison.received().getFirst().json().get("link"));
  }

  @Test
  void anAnswerOfTheDeputyByLinkEndsIt() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");

    var link = deputy.received().getFirst().json().get("link").asString();
    assertThat(rest.post(link.substring("http://127.0.0.1:8083".length()), null).status())
        .isEqualTo(200);

    assertThat(standing()).isEqualTo("DEPUTY ANSWERED");
    pass(Duration.ofDays(1));
    runTheTimer();
    assertThat(told()).containsExactly("LIAISON ACCEPTED", "DEPUTY ACKED");
    assertThat(heardByDesk()).isEmpty();
  }

  @Test
  void aLateAnswerOfTheLiaisonStopsWhatHasNotReachedTheDeputyYet() {
    deputy.always(Behaviour.status(503, "Retry-After", "60"));
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY TEMP_FAIL");

    var id = delivery(Rank.LIAISON).get("id").asString();
    var answer =
        rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(told()).containsExactly("LIAISON ACKED", "DEPUTY SUPERSEDED");
    assertThat(standing()).isEqualTo("DEPUTY ANSWERED");
    assertThat(deputy.received()).hasSize(1);
  }

  @Test
  void whoAnswersInTimeIsNotEscalated() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    var id = delivery(Rank.LIAISON).get("id").asString();
    rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);

    pass(Duration.ofDays(1));
    runTheTimer();

    assertThat(told()).containsExactly("LIAISON ACKED");
    assertThat(standing()).isEqualTo("LIAISON ANSWERED");
  }

  @Test
  void aMessageThatIsRefusedGoesToTheDeputyAtOnce() {
    liaison.always(Behaviour.status(410));
    enterAll();

    send();

    awaitTold("LIAISON PERM_FAIL", "DEPUTY ACCEPTED");
    var event = escalationOf(delivery(Rank.DEPUTY));
    assertThat(event.get("reason").asString()).isEqualTo("NOT_DELIVERED");
    assertThat(deputy.received().getFirst().json().at("/text/zh").asString())
        .startsWith("【升级提醒】以下通知（2026年1月1日08:00发出）未能送达住房和城乡建设局联络员，现转副职");
    assertThat(deputy.received().getFirst().json().at("/title/zh").asString())
        .startsWith("【升级提醒：由联络员转副职，未能送达】昌吉州");
    assertThat(standing()).isEqualTo("DEPUTY WAITING");
  }

  @Test
  void oneLiaisonOfTwoThatWasReachedIsWaitedFor() {
    liaison.next(Behaviour.status(410));
    liaisons.enter(unit, "第二", Rank.LIAISON, liaison.url("/second"));
    enterAll();
    send();
    await().atMost(40, SECONDS).until(() -> told().contains("LIAISON PERM_FAIL"));
    await().atMost(40, SECONDS).until(() -> told().contains("LIAISON ACCEPTED"));

    runTheTimer();

    assertThat(told()).hasSize(2);
    assertThat(standing()).isEqualTo("LIAISON WAITING");
  }

  @Test
  void withoutLiaisonAndDeputyTheDutyDeskIsToldAtOnce() {
    liaisons.enter("zhb", "值班室", Rank.DUTY_DESK, desk.url());

    send();

    awaitTold("LIAISON PERM_FAIL", "DUTY_DESK ACCEPTED");
    assertThat(heardByDesk().getFirst().at("/text/zh").asString())
        .startsWith("【升级提醒】住房和城乡建设局没有联络员");
    assertThat(heardByDesk().getFirst().at("/text/en").asString())
        .startsWith("[Escalation to the duty desk] Housing and Construction Bureau has no liaison");
    assertThat(heardByDesk().getFirst().at("/title/zh").asString())
        .startsWith("【升级提醒：没有联络员，转值班室】昌吉州");
    assertThat(heardByDesk().getFirst().at("/escalation/insteadOf").isNull()).isTrue();
    assertThat(escalationOf(delivery(Rank.DUTY_DESK)).get("step").asString())
        .isEqualTo("DUTY_DESK");
  }

  @Test
  void aDutyDeskIsThereForItsOwnJurisdictionAlone() {
    var contact = Liaisons.contact("zhb", "别处值班室", desk.url());
    contact.put("jurisdiction", "150822");
    contact.put("rank", "DUTY_DESK");
    assertThat(rest.as(Role.OFFICE).post("/api/v1/contacts", contact).status()).isEqualTo(201);

    send();

    awaitStanding("LIAISON NOBODY_LEFT");
    assertThat(told()).containsExactly("LIAISON PERM_FAIL");
    assertThat(heardByDesk()).isEmpty();
  }

  @Test
  void thatNobodyIsLeftIsSaidOnceAndCounted() {
    liaisons.enter(unit, "王芳", Rank.LIAISON, liaison.url());
    send();
    awaitTold("LIAISON ACCEPTED");

    // No deputy: the duty desk's own time is waited for, and there is none either.
    pass(DEPUTY);
    runTheTimer();
    assertThat(standing()).isEqualTo("LIAISON WAITING");
    pass(DUTY_DESK);
    awaitStanding("LIAISON NOBODY_LEFT");

    var first = delivery(Rank.LIAISON);
    var event = escalationOf(first);
    assertThat(event.get("step").asString()).isEqualTo("NOBODY_LEFT");
    assertThat(event.get("deliveryId")).isEqualTo(event.get("escalationOf"));
    assertThat(event.get("contactId").isNull()).isTrue();
    runTheTimer();
    assertThat(escalationsOf(first)).hasSize(1);
    surveying.lookNow();
    assertThat(rest.get("/actuator/prometheus").body())
        .containsPattern("notification_nobody_left\\{[^}]*} [1-9]")
        .contains("notification_unanswered{");

    // A late answer still counts.
    var id = first.get("id").asString();
    rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);
    assertThat(standing()).isEqualTo("LIAISON ANSWERED");
  }

  @Test
  void aDutyDeskThatIsSilentTooIsSaid() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");
    pass(DUTY_DESK);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED", "DUTY_DESK ACCEPTED");

    pass(Duration.ofMinutes(119));
    runTheTimer();
    assertThat(standing()).isEqualTo("DUTY_DESK WAITING");
    pass(Duration.ofMinutes(120));
    awaitStanding("DUTY_DESK NOBODY_LEFT");

    assertThat(escalationOf(delivery(Rank.LIAISON)).get("step").asString())
        .isEqualTo("NOBODY_LEFT");
  }

  @Test
  void aNewerLevelEndsTheEscalationOfTheOlder() {
    deputy.always(Behaviour.status(503, "Retry-After", "60"));
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY TEMP_FAIL");

    topics.send(Duties.assigned(warning, 2, unit));

    awaitTold("LIAISON ACCEPTED", "DEPUTY SUPERSEDED", "LIAISON ACCEPTED");
    assertThat(standing()).isEqualTo("DEPUTY SUPERSEDED");
    // The newer one's time begins with itself: its liaison had it at this moment.
    pass(DUTY_DESK.minusMillis(1));
    runTheTimer();
    assertThat(told()).hasSize(3);
    assertThat(heardByDesk()).isEmpty();
  }

  @Test
  void theSameEventTwiceIsOneEscalation() {
    enterAll();
    var event = Duties.assigned(warning, 1, unit);
    topics.send(event);
    awaitTold("LIAISON ACCEPTED");
    topics.send(event); // under another id: sent anew, not delivered again
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");

    runTheTimer();

    assertThat(deputy.received()).hasSize(1);
    assertThat(
            sql.sql("select count(*) from escalation where warning_id = ?")
                .param(warning)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneTells() throws Exception {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Boolean>> instances =
          IntStream.range(0, 6)
              .<Callable<Boolean>>mapToObj(
                  _ ->
                      () -> {
                        escalateAll(clock.instant());
                        return true;
                      })
              .toList();
      for (var each : threads.invokeAll(instances)) {
        each.get();
      }
    }
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");
    assertThat(deputy.received()).hasSize(1);
    escalationOf(delivery(Rank.DEPUTY));
  }

  @Test
  void whoDiesInBetweenHasToldNobodyAndTheNextDoes() {
    enterAll();
    send();
    awaitTold("LIAISON ACCEPTED");
    var later = Liaisons.NOW.plus(DEPUTY);

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      escalateAll(later);
                      assertThat(told()).hasSize(2);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(told()).containsExactly("LIAISON ACCEPTED");
    assertThat(deputy.received()).isEmpty();
    assertThat(standing()).isEqualTo("LIAISON WAITING");

    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");
    assertThat(deputy.received()).hasSize(1);
  }

  @Test
  void aDrillIsEscalatedAsADrill() {
    enterAll();
    topics.send(Duties.assigned(warning, 1, unit, Occasion.LEVEL_CHANGE, Mode.DRILL));
    awaitTold("LIAISON ACCEPTED");
    pass(DEPUTY);
    awaitTold("LIAISON ACCEPTED", "DEPUTY ACCEPTED");

    var message = deputy.received().getFirst().json();
    assertThat(message.get("mode").asString()).isEqualTo("DRILL");
    assertThat(message.at("/title/zh").asString()).startsWith("【演练】【升级提醒：由联络员转副职");
    assertThat(message.at("/text/zh").asString()).startsWith("【演练】【升级提醒】");
    assertThat(message.at("/text/en").asString()).startsWith("[DRILL] [Escalation");
    assertThat(escalationOf(delivery(Rank.DEPUTY)).get("mode").asString()).isEqualTo("DRILL");
  }

  @Test
  void aRankIsEnteredShownAndChanged() {
    enterAll();
    var office = rest.as(Role.OFFICE);
    var contacts = office.get("/api/v1/contacts?unit=" + unit).json().get("items");
    assertThat(contacts.valueStream().map(c -> c.get("rank").asString()))
        .containsExactlyInAnyOrder("LIAISON", "DEPUTY");
    var path = "/api/v1/contacts/" + contacts.at("/0/id").asString();
    var was = contacts.at("/0/rank").asString();
    var contact = Liaisons.contact(unit, "王芳", contacts.at("/0/target").asString());

    var kept = office.ifMatch(1).put(path, contact);
    contact.put("rank", "DUTY_DESK");
    var changed = office.ifMatch(2).put(path, contact);
    contact.put("rank", "CHIEF");
    var refused = office.ifMatch(3).put(path, contact);

    assertThat(kept.json().get("rank").asString()).isEqualTo(was);
    assertThat(changed.json().get("rank").asString()).isEqualTo("DUTY_DESK");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/rank");
    assertThat(office.get("/api/v1/deliveries?rank=CHIEF").status()).isEqualTo(400);
  }

  @Test
  void whatHoldsInAJurisdictionCanBeRead() {
    var policy = rest.as(Role.EXPERTS).get("/api/v1/escalation-policies/652300").json();

    assertThat(policy.get("policy").asString()).isEqualTo("default@1");
    assertThat(policy.get("jurisdiction").asString()).isEqualTo("652300");
    var orange =
        policy
            .get("rules")
            .valueStream()
            .filter(r -> r.get("purpose").asString().equals("LEVEL_CHANGE"))
            .filter(r -> r.get("level").asString().equals("ORANGE"))
            .findFirst()
            .orElseThrow();
    assertThat(orange.get("deputyAfterMinutes").asInt()).isEqualTo(30);
    assertThat(orange.get("dutyDeskAfterMinutes").asInt()).isEqualTo(60);
    var english = rest.as(Role.EXPERTS).inEnglish().get("/api/v1/escalation-policies/x");
    assertThat(english.status()).isEqualTo(404);
    assertThat(english.json().get("detail").asString()).contains("six digits");
  }
}
