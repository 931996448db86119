package lantian.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.Event;
import lantian.events.Mode;
import lantian.kit.security.Role;
import lantian.reporting.report.ReportId;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From the events to the three forms of the report, as its readers fetch them. */
@OnReportingService
class ReportsOverHttpTest {
  @Autowired Rest rest;
  @Autowired TopicProbe topics;
  @Autowired JdbcClient sql;
  private final List<UUID> sent = new ArrayList<>();

  @Test
  void aReportNamesTheEventsBehindItsFigures() {
    ToldEvents told = new ToldEvents("652390", Mode.LIVE);
    tell(told.forecast("州环境监测站"));
    LocalDate day = ToldEvents.PUBLISHED.toLocalDate();
    for (int i = -3; i <= 3; i++) {
      tell(told.observed(i + 10, day.plusDays(i), i < 0 ? 90 : 230));
    }
    tell(told.proposed());
    tell(told.approved());
    UUID completion = UUID.randomUUID();
    tell(told.assigned(1, 1, "落实扬尘防治"));
    tell(told.accepted("sites", 2));
    tell(completion, told.completed("sites", 3, "停工12处"));
    tell(told.sent(3, 1));
    tell(told.acknowledged(4));
    tell(told.failed());
    lift(told);
    settled();

    JsonNode report = rest.as(Role.EXPERTS).get(path(told)).json();
    assertThat(report.path("status").asString()).isEqualTo("DRAFT");
    assertThat(report.path("policy").asString()).isEqualTo("national-2024@1");
    assertThat(report.path("dueOn").asString()).isEqualTo("2026-01-15");
    assertThat(report.path("liftedAt").asString()).isEqualTo("2026-01-08T16:05:00+08:00");
    assertThat(report.path("sections").valueStream().map(s -> s.path("heading").asString()))
        .containsExactly(
            "成因技术分析", "预报预警信息发布情况", "应急响应启动和终止情况", "应急减排措施落实情况", "应急保障情况", "效果评估", "存在的问题及改进措施");
    JsonNode completed = figure(report, "measures.completed");
    assertThat(completed.path("value").asInt()).isEqualTo(1);
    assertThat(eventsOf(report, completed)).containsExactly(completion.toString());
    assertThat(figure(report, "measures.assigned").path("value").asInt()).isEqualTo(2);
    assertThat(figure(report, "support.sent").path("value").asInt()).isEqualTo(1);
    assertThat(figure(report, "support.failed").path("value").asInt()).isEqualTo(1);
    assertThat(figure(report, "cause.peak").path("value").asInt()).isEqualTo(230);
    assertThat(eventsOf(report, figure(report, "cause.over200"))).hasSize(4);

    Rest.Answer page = rest.as(Role.OFFICE).get(path(told) + ".html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html;charset=UTF-8");
    assertThat(page.body()).contains("存在的问题及改进措施", "<svg", "停工12处");
    Rest.Answer word = rest.as(Role.OFFICE).get(path(told) + ".docx");
    assertThat(word.header("Content-Type")).contains("wordprocessingml");
    assertThat(word.header("Content-Disposition")).contains("attachment", "filename*=UTF-8''");
    assertThat(word.body()).startsWith("PK");
    assertThat(rest.as(Role.OFFICE).inEnglish().get(path(told)).json().path("title").asString())
        .endsWith("evaluation report on the orange heavy-pollution warning");
  }

  @Test
  void whatIsCompletedAfterTheLiftStillCounts() {
    ToldEvents told = new ToldEvents("652391", Mode.LIVE);
    tell(told.assigned(1, 1, "落实扬尘防治"));
    lift(told);
    settled();
    assertThat(completed(told)).isZero();
    tell(told.completed("dust", 2, "已完成"));
    settled();
    assertThat(completed(told)).isOne();
  }

  private int completed(ToldEvents told) {
    JsonNode report = rest.as(Role.OFFICE).get(path(told)).json();
    return figure(report, "measures.completed").path("value").asInt();
  }

  @Test
  void theListHoldsTheOwnJurisdictionsReportsAndACityReadsItsCounties() {
    ToldEvents county = new ToldEvents("150899", Mode.LIVE);
    ToldEvents elsewhere = new ToldEvents("652392", Mode.DRILL);
    lift(county);
    lift(elsewhere);
    assertThat(warningsSeenBy(rest.as(Role.OFFICE))).contains(id(county), id(elsewhere));
    Rest city = rest.as(Role.HEADQUARTERS, "hq", "150800");
    assertThat(warningsSeenBy(city)).contains(id(county)).doesNotContain(id(elsewhere));
    assertThat(city.get(path(county)).status()).isEqualTo(200);
    Rest.Answer refused = city.get(path(elsewhere) + ".html");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/forbidden");
    assertThat(city.get("/api/v1/reports?jurisdiction=652392").status()).isEqualTo(403);
    Rest.Answer drills = rest.as(Role.OFFICE).get("/api/v1/reports?jurisdiction=652392");
    assertThat(drills.json().path("total").asInt()).isEqualTo(1);
    JsonNode drill = drills.json().path("items").get(0);
    assertThat(drill.path("mode").asString()).isEqualTo("DRILL");
    assertThat(drill.path("dueOn").asString()).isEqualTo("2026-01-15");
    assertThat(rest.as(Role.OFFICE).get(drill.path("html").asString()).body()).contains("【演练】");
  }

  private static String id(ToldEvents told) {
    return told.warning.toString();
  }

  private static List<String> warningsSeenBy(Rest reader) {
    return reader
        .get("/api/v1/reports?size=500")
        .json()
        .path("items")
        .valueStream()
        .map(r -> r.path("warningId").asString())
        .toList();
  }

  @Test
  void nobodyReadsWithoutATokenOrAsALiaison() {
    String path = "/api/v1/reports/" + UUID.randomUUID();
    for (String form : List.of("", ".html", ".docx")) {
      assertThat(rest.withToken(null).get(path + form).status()).isEqualTo(401);
      assertThat(rest.asLiaisonOf("zjj", "652300").get(path + form).status()).isEqualTo(403);
    }
    assertThat(rest.asLiaisonOf("zjj", "652300").get("/api/v1/reports").status()).isEqualTo(403);
  }

  @Test
  void aReportThatIsNotThereIsAProblemInTheReadersLanguage() {
    UUID unknown = UUID.randomUUID();
    for (String form : List.of("", ".html", ".docx")) {
      Rest.Answer answer = rest.as(Role.OFFICE).get("/api/v1/reports/" + unknown + form);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().path("detail").asString()).isEqualTo("没有编号为 " + unknown + " 的评估报告。");
    }
    assertThat(
            rest.as(Role.OFFICE)
                .inEnglish()
                .get("/api/v1/reports/" + unknown)
                .json()
                .path("detail")
                .asString())
        .isEqualTo("There is no evaluation report " + unknown + ".");
    assertThat(rest.as(Role.OFFICE).get("/api/v1/reports?size=0").status()).isEqualTo(422);
    assertThat(rest.as(Role.OFFICE).get("/api/v1/reports/none").status()).isEqualTo(400);
  }

  private void lift(ToldEvents told) {
    topics.send(told.raised());
    handled(topics.send(told.lifted()));
  }

  private static String path(ToldEvents told) {
    return "/api/v1/reports/" + ReportId.of(told.warning).value();
  }

  private static JsonNode figure(JsonNode report, String code) {
    return report
        .path("sections")
        .valueStream()
        .flatMap(s -> s.path("figures").valueStream())
        .filter(f -> f.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> eventsOf(JsonNode report, JsonNode figure) {
    List<String> refs = figure.path("sources").valueStream().map(JsonNode::asString).toList();
    return report
        .path("sources")
        .valueStream()
        .filter(s -> refs.contains(s.path("ref").asString()))
        .flatMap(s -> s.path("events").valueStream().map(JsonNode::asString))
        .toList();
  }

  private void handled(UUID event) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sql.sql("select count(*) from inbox where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                    == 1);
  }

  private void tell(Event event) {
    tell(UUID.randomUUID(), event);
  }

  private void tell(UUID id, Event event) {
    topics.send(id, event);
    sent.add(id);
  }

  /** Waits until everything told so far took effect, whatever its topic. */
  private void settled() {
    sent.forEach(this::handled);
  }
}
