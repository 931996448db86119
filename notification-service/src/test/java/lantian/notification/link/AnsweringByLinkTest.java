package lantian.notification.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.kit.security.Role;
import lantian.kit.time.BusinessTimers;
import lantian.kit.time.MovableClock;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnNotificationService
@ExtendWith(OutputCaptureExtension.class)
class AnsweringByLinkTest {
  private static final Instant EXPIRES = Liaisons.NOW.plusSeconds(72 * 3_600);

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;
  @Autowired JdbcClient sql;
  @Autowired MovableClock clock;
  @Autowired BusinessTimers timers;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
    clock.stopAt(Liaisons.NOW);
    timers.runAll(); // a run that began later, by the clock of this test, has ended then
  }

  /** The link of a message that has arrived, without the address before it. */
  private String sent() {
    return sent("王芳");
  }

  private String sent(String name) {
    var contact = Liaisons.contact(unit, name, receiver.url());
    assertThat(rest.as(Role.OFFICE).post("/api/v1/contacts", contact).status()).isEqualTo(201);
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "ACCEPTED");
    return lastLink();
  }

  private String lastLink() {
    var link = receiver.received().getLast().json().get("link").asString();
    assertThat(link).startsWith("http://127.0.0.1:8083/a/");
    return link.substring("http://127.0.0.1:8083".length());
  }

  private String acknowledgedWay() {
    return sql.sql(
            "select state || '/' || coalesce(acknowledged_way, '-') from delivery where warning_id = ?")
        .param(warning)
        .query(String.class)
        .single();
  }

  private static void page(Answer answer, int status, String says) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.body()).contains(says);
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("x-robots-tag")).contains("noindex");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("content-security-policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
        .doesNotContain("unsafe", "script");
    assertThat(answer.header("set-cookie")).isNull();
    assertThat(answer.body()).doesNotContain("<script", "http://127", "src=");
  }

  @Test
  void theButtonAnswersWithoutAPassword() {
    var link = sent();

    page(rest.get(link), 200, "<button");
    page(rest.post(link, null), 200, "已确认收到");

    assertThat(acknowledgedWay()).isEqualTo("ACKED/LINK");
    var delivery = liaisons.onlyDeliveryOf(warning).get("delivery");
    assertThat(delivery.get("acknowledgedBy").asString()).isEqualTo("王芳");
    assertThat(delivery.get("acknowledgedWay").asString()).isEqualTo("LINK");
    var told = liaisons.awaitTold(warning, 2).getLast();
    assertThat(told.is(EventType.DELIVERY_ACKNOWLEDGED)).isTrue();
    assertThat(told.body().get("by").asString()).isEqualTo("王芳");
    assertThat(told.body().get("way").asString()).isEqualTo("LINK");
  }

  @Test
  void thePageSaysWhoIsToAnswerWhatInChineseFirst() {
    var link = sent();

    var chinese = rest.get(link);
    var english = rest.inEnglish().get(link);

    page(chinese, 200, "<html lang=\"zh-CN\">");
    assertThat(chinese.body())
        .contains("昌吉州重污染天气应急通知", "王芳", "住房和城乡建设局", "橙色预警", "停止土石方作业")
        .contains("本单位任务（2 项）", "2016年12月9日18:04", "lang=\"en\"", "orange warning", "确认收到");
    page(english, 200, "<html lang=\"en\">");
    assertThat(english.body())
        .contains("昌吉州: message of the heavy pollution response", "Housing and Construction Bureau")
        .contains("Stop earthworks", "Due: 9 December 2016, 18:04", "I confirm receipt")
        .contains("lang=\"zh-CN\"", "橙色预警");
  }

  @Test
  void aDrillIsSaidToBeOne() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit, Occasion.LEVEL_CHANGE, Mode.DRILL));
    liaisons.awaitStates(warning, "ACCEPTED");

    page(rest.get(lastLink()), 200, "<p class=\"drill\">演练</p>");
  }

  @Test
  void toLookChangesNothingHoweverOften() {
    var link = sent();

    for (int i = 0; i < 3; i++) {
      page(rest.get(link), 200, "<button");
      var head = rest.head(link);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }

    assertThat(acknowledgedWay()).isEqualTo("ACCEPTED/-");
    assertThat(liaisons.awaitTold(warning, 1)).hasSize(1);
  }

  @Test
  void aSecondUseSaysWhenTheFirstWas() {
    var link = sent();
    rest.post(link, null);
    clock.stopAt(Liaisons.NOW.plusSeconds(3_600));

    page(rest.post(link, null), 409, "此通知已于2026年1月1日08:00由王芳确认");
    page(rest.inEnglish().get(link), 200, "confirmed on 1 January 2026, 08:00 by 王芳");

    assertThat(rest.get(link).body()).doesNotContain("<button");
    assertThat(liaisons.awaitTold(warning, 2)).hasSize(2);
  }

  @Test
  void ofTwoAtOnceOneAnswers() throws Exception {
    var link = sent();
    var ready = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> all =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            ready.await();
                            return rest.post(link, null);
                          }))
              .toList();
      ready.countDown();
      var statuses = new java.util.ArrayList<Integer>();
      for (var each : all) {
        statuses.add(each.get().status());
      }
      assertThat(statuses.stream().filter(s -> s == 200)).hasSize(1);
      assertThat(statuses.stream().filter(s -> s == 409)).hasSize(7);
    }
    assertThat(liaisons.awaitTold(warning, 2)).hasSize(2);
  }

  @Test
  void theLastMomentIsTheOneBeforeItExpires() {
    var link = sent();

    clock.stopAt(EXPIRES);
    page(rest.get(link), 410, "此链接已过期");
    page(rest.inEnglish().post(link, null), 410, "This link has expired");
    assertThat(rest.get(link).body()).doesNotContain("王芳", "住房和城乡建设局");
    assertThat(acknowledgedWay()).isEqualTo("ACCEPTED/-");

    clock.stopAt(EXPIRES.minusMillis(1));
    page(rest.post(link, null), 200, "已确认收到");
  }

  @Test
  void whatIsForgedForeignOrUnknownGetsOneAndTheSamePage() {
    var link = sent();
    var token = link.substring("/a/".length());
    var parts = token.split("\\.");
    var otherWarning = UUID.randomUUID();
    var otherUnit = Liaisons.newUnit();
    liaisons.enter(otherUnit, receiver.url("/other"));
    topics.send(Duties.assigned(otherWarning, 1, otherUnit));
    liaisons.awaitStates(otherWarning, "ACCEPTED");
    var other = lastLink().substring("/a/".length()).split("\\.");
    var unknown = rest.get("/a/x").body();

    // The payload of another delivery under this signature, and the other way round.
    var forged =
        List.of(
            "x",
            parts[0] + "." + other[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "." + other[2],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            token + "A");
    for (var each : forged) {
      page(rest.get("/a/" + each), 404, "链接无效");
      page(rest.post("/a/" + each, null), 404, "链接无效");
      assertThat(rest.get("/a/" + each).body()).isEqualTo(unknown);
    }
    assertThat(acknowledgedWay()).isEqualTo("ACCEPTED/-");
    liaisons.awaitStates(otherWarning, "ACCEPTED");
  }

  @Test
  void aGenuineLinkToWhatIsGoneIsUnknownToo() {
    var link = sent();
    sql.sql(
            "delete from delivery_attempt where delivery_id in (select id from delivery where warning_id = ?)")
        .param(warning)
        .update();
    sql.sql("delete from delivery where warning_id = ?").param(warning).update();

    page(rest.get(link), 404, "链接无效");
    page(rest.post(link, null), 404, "链接无效");
  }

  @Test
  void aDeliveryThatWasGivenToAnotherIsNotAnsweredByTheFirst() {
    var link = sent();
    sql.sql("update delivery set contact_id = ? where warning_id = ?")
        .params(UUID.randomUUID(), warning)
        .update();

    page(rest.post(link, null), 404, "链接无效");
    assertThat(acknowledgedWay()).isEqualTo("ACCEPTED/-");
  }

  @Test
  void aContactThatIsNoLongerOneIsRefused() {
    var link = sent();
    var contact = rest.as(Role.OFFICE).get("/api/v1/contacts?unit=" + unit).json().at("/items/0");
    var inactive = Liaisons.contact(unit, "王芳", receiver.url());
    inactive.put("active", false);
    var path = "/api/v1/contacts/" + contact.get("id").asString();
    assertThat(rest.as(Role.OFFICE).ifMatch(1).put(path, inactive).status()).isEqualTo(200);

    page(rest.get(link), 403, "不再是该单位的联络员");
    page(rest.inEnglish().post(link, null), 403, "no longer a contact of the unit");
    assertThat(rest.as(Role.OFFICE).ifMatch(2).delete(path).status()).isEqualTo(204);
    page(rest.post(link, null), 403, "不再是该单位的联络员");
    assertThat(acknowledgedWay()).isEqualTo("ACCEPTED/-");
  }

  @Test
  void anOlderMessageLeadsToTheNewerOne() {
    var older = sent();
    topics.send(Duties.assigned(warning, 2, unit));
    liaisons.awaitStates(warning, "ACCEPTED", "ACCEPTED");
    var newer = lastLink();

    page(rest.get(older), 200, "已被同一预警的更新通知取代");
    assertThat(rest.get(older).body()).doesNotContain("<button");
    page(rest.inEnglish().post(older, null), 409, "A newer message of the same warning");
    liaisons.awaitStates(warning, "ACCEPTED", "ACCEPTED");
    page(rest.post(newer, null), 200, "已确认收到");
    liaisons.awaitStates(warning, "ACCEPTED", "ACKED");
  }

  @Test
  void aNameIsShownAndNeverRun() {
    var link = sent("<b>王</b>\"'&<script>alert(1)</script>");

    var body = rest.get(link).body();

    assertThat(body)
        .contains("&lt;b&gt;王&lt;/b&gt;&quot;&#39;&amp;&lt;script&gt;")
        .doesNotContain("<b>", "<script");
    rest.post(link, null);
    assertThat(rest.get(link).body()).contains("由&lt;b&gt;王").doesNotContain("<b>", "<script");
  }

  @Test
  void theTokenIsNotToldToAnybody(CapturedOutput output) {
    var link = sent();
    var token = link.substring("/a/".length());

    var put = rest.put(link, null);
    var encoded = rest.delete(link.replace("/a/", "/%61/"));
    rest.get(link);
    rest.post(link, null);

    assertThat(put.status()).isEqualTo(401);
    assertThat(put.json().get("instance").asString()).isEqualTo("/a/***");
    assertThat(encoded.status()).isEqualTo(401);
    assertThat(encoded.json().get("instance").asString()).isEqualTo("/a/***");
    assertThat(output.getAll()).doesNotContain(token.substring(token.lastIndexOf('.')));
    assertThat(rest.get("/actuator/prometheus").body())
        .contains("notification_link_used_total", "uri=\"/a/{token}\"")
        .doesNotContain(token.substring(token.lastIndexOf('.')));
  }
}
