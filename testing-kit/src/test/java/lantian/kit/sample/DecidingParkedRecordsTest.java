package lantian.kit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantian.events.Topics;
import lantian.kit.intake.PoisonRecord;
import lantian.kit.observability.Surveying;
import lantian.kit.security.Role;
import lantian.kit.web.StrictJson;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnSampleService
@ExtendWith(OutputCaptureExtension.class)
class DecidingParkedRecordsTest {
  private static final String RECORDS = "/api/v1/parked-records";

  @Autowired TopicProbe topics;
  @Autowired JdbcClient sql;
  @Autowired SampleService.Seen seen;
  @Autowired Surveying surveying;
  @Autowired Rest rest;

  private final UUID warning = UUID.randomUUID();
  private final UUID event = UUID.randomUUID();

  @AfterEach
  void nothingFailsAnyMore() {
    seen.failure = null;
  }

  @Test
  void aRecordThatReferredToSomethingUnknownTakesEffectWhenItIsReplayedAfterTheFix() {
    var id = parkedForAnUnknownPlan();
    var waiting = operator().get(RECORDS + "/" + id);
    assertThat(waiting.header("ETag")).isEqualTo("\"1\"");
    assertThat(waiting.json().path("reason").asString()).isEqualTo("UNKNOWN_REFERENCE");

    seen.failure = null;
    var replayed = operator().post(RECORDS + "/" + id + "/replay", null);

    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.header("ETag")).isEqualTo("\"2\"");
    assertThat(replayed.json().path("state").asString()).isEqualTo("REPLAYED");
    assertThat(replayed.json().path("attempts").asInt()).isEqualTo(2);
    assertThat(replayed.json().path("decidedBy").asString()).isEqualTo("operator");
    assertThat(replayed.json().path("decidedAt").asString()).endsWith("+08:00");
    assertThat(timesSeen()).isEqualTo(1);
  }

  @Test
  void aRecordIsShownWithItsHeadersAndBytes() {
    var id = parkedForAnUnknownPlan();
    var record = operator().get(RECORDS + "/" + id).json();
    var body = StrictJson.forEvents().writeValueAsBytes(Samples.aProposal(warning));
    assertThat(record.path("topic").asString()).isEqualTo(Topics.WARNINGS);
    assertThat(record.path("key").asString()).isEqualTo(warning.toString());
    assertThat(record.path("type").asString()).isEqualTo("warning.proposed.v1");
    assertThat(record.path("offset").isNumber()).isTrue();
    assertThat(record.path("detail").asString()).contains("no plan of 张三");
    assertThat(record.path("text").asString())
        .contains("652300")
        .hasSize(new String(body, UTF_8).length());
    assertThat(Base64.getDecoder().decode(record.path("base64").asString()))
        .isEqualTo(record.path("text").asString().getBytes(UTF_8));
    assertThat(record.path("headers").valueStream().map(h -> h.path("name").asString()).toList())
        .contains("ce_id", "ce_type", "ce_time", "content-type");
  }

  @Test
  void bytesThatAreNoTextAreShownInBase64Only() {
    var bytes = new byte[] {(byte) 0xC3, 0x28, 0, 1};
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        bytes,
        TopicProbe.headers(event, "warning.proposed.v1"));
    var record = operator().get(RECORDS + "/" + awaitParked()).json();
    assertThat(record.path("reason").asString()).isEqualTo("NOT_JSON");
    assertThat(record.path("text").isNull()).isTrue();
    assertThat(Base64.getDecoder().decode(record.path("base64").asString())).isEqualTo(bytes);
  }

  @Test
  void aTombstoneCanBeReplayedAndFailsAsItDid() {
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        null,
        TopicProbe.headers(event, "warning.proposed.v1"));
    var id = awaitParked();
    var again = operator().post(RECORDS + "/" + id + "/replay", null);
    assertThat(again.status()).isEqualTo(409);
    assertThat(operator().get(RECORDS + "/" + id).json().path("reason").asString())
        .isEqualTo("EMPTY");
  }

  @Test
  void aRecordThatFailsAgainStaysParkedWithTheNewReason(CapturedOutput output) {
    var id = parkedForAnUnknownPlan();
    seen.failure = new IllegalStateException("李四 is not known");

    var chinese = operator().post(RECORDS + "/" + id + "/replay", null);
    assertThat(chinese.status()).isEqualTo(409);
    assertThat(chinese.json().path("type").asString()).isEqualTo("/problems/wrong-state");
    assertThat(chinese.json().path("detail").asString())
        .startsWith("重放仍未成功（FAILED）：IllegalStateException: 李四 is not known");
    var english = operator().inEnglish().post(RECORDS + "/" + id + "/replay", null);
    assertThat(english.json().path("detail").asString())
        .startsWith("The record failed again (FAILED)");

    var record = operator().get(RECORDS + "/" + id).json();
    assertThat(record.path("state").asString()).isEqualTo("PARKED");
    assertThat(record.path("reason").asString()).isEqualTo("FAILED");
    assertThat(record.path("attempts").asInt()).isEqualTo(3);
    assertThat(record.path("decidedBy").isNull()).isTrue();
    assertThat(timesSeen()).isZero();
    // People's names may stand in a record or in what is said of it: neither is logged.
    assertThat(output.getAll()).contains("parked lantian.warnings.v1-").doesNotContain("张三", "李四");
  }

  @Test
  void replayedTwiceItTakesEffectOnce() {
    var id = parkedForAnUnknownPlan();
    seen.failure = null;
    assertThat(operator().post(RECORDS + "/" + id + "/replay", null).status()).isEqualTo(200);
    var second = rest.as(Role.OPERATOR, "second").post(RECORDS + "/" + id + "/replay", null);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("detail").asString()).contains("operator");
    assertThat(timesSeen()).isEqualTo(1);
  }

  @Test
  void replayedByManyAtOnceItTakesEffectOnce() throws Exception {
    var id = parkedForAnUnknownPlan();
    seen.failure = null;
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 6; i++) {
      var user = "operator-" + i;
      calls.add(
          () -> rest.as(Role.OPERATOR, user).post(RECORDS + "/" + id + "/replay", null).status());
    }
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
    assertThat(timesSeen()).isEqualTo(1);
  }

  @Test
  void whatIsDismissedKeepsItsBytesAndIsNotReplayed() {
    var id = parkedForAnUnknownPlan();
    seen.failure = null;
    var path = RECORDS + "/" + id;
    var dismissed = operator().ifMatch(1).post(path + "/dismiss", Map.of("reason", "测试数据"));
    assertThat(dismissed.status()).isEqualTo(200);
    assertThat(dismissed.json().path("state").asString()).isEqualTo("DISMISSED");
    assertThat(dismissed.json().path("decision").asString()).isEqualTo("测试数据");
    assertThat(dismissed.json().path("base64").asString()).isNotEmpty();
    assertThat(operator().post(path + "/replay", null).status()).isEqualTo(409);
    assertThat(operator().ifMatch(2).post(path + "/dismiss", Map.of("reason", "x")).status())
        .isEqualTo(409);
    assertThat(timesSeen()).isZero();
  }

  @Test
  void whoDismissesSaysWhyAndWhatTheyHaveSeen() {
    var path = RECORDS + "/" + parkedForAnUnknownPlan() + "/dismiss";
    assertThat(operator().post(path, Map.of("reason", "x")).status()).isEqualTo(428);
    assertThat(operator().ifMatch(7).post(path, Map.of("reason", "x")).status()).isEqualTo(412);
    var none = operator().ifMatch(1).post(path, Map.of("reason", " "));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.json().path("errors").path(0).path("pointer").asString()).isEqualTo("/reason");
    assertThat(none.json().path("errors").path(0).path("detail").asString()).isEqualTo("此项必填。");
    var english = operator().inEnglish().ifMatch(1).post(path, Map.of("reason", "x".repeat(501)));
    assertThat(english.json().path("errors").path(0).path("detail").asString())
        .isEqualTo("At most 500 characters.");
    assertThat(operator().ifMatch(1).post(path, Map.of("reason", "a\u0000b")).status())
        .isEqualTo(422);
    assertThat(operator().ifMatch(1).post(path, Map.of("reason", "x".repeat(500))).status())
        .isEqualTo(200);
  }

  @Test
  void theListIsFilteredAndCounted() {
    var id = parkedForAnUnknownPlan();
    var parked = operator().get(RECORDS + "?state=PARKED&topic=lantian.warnings.v1&size=500");
    assertThat(parked.status()).isEqualTo(200);
    assertThat(ids(parked)).contains(id);
    assertThat(parked.json().path("total").asInt()).isEqualTo(ids(parked).size());
    assertThat(ids(operator().get(RECORDS + "?state=DISMISSED"))).doesNotContain(id);
    assertThat(operator().get(RECORDS + "?topic=lantian.duties.v1").json().path("total").asInt())
        .isZero();
    assertThat(ids(operator().get(RECORDS + "?size=1"))).containsExactly(id);
    assertThat(gauge("parked_records")).isEqualTo(ids(parked).size());
    assertThat(gauge("parked_oldest_seconds")).isPositive();

    operator().ifMatch(1).post(RECORDS + "/" + id + "/dismiss", Map.of("reason", "x"));
    assertThat(gauge("parked_records")).as("those that wait").isEqualTo(ids(parked).size() - 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "?page=-1, 422",
    "?size=0, 422",
    "?size=501, 422",
    "?state=GONE, 400",
    "/999999, 404",
    "/x, 400"
  })
  void whatCannotBeAnsweredIsRefused(String query, int status) {
    assertThat(operator().get(RECORDS + query).status()).isEqualTo(status);
  }

  @Test
  void onlyOperatorsSeeThem() {
    var id = parkedForAnUnknownPlan();
    for (var role : Role.values()) {
      if (role != Role.OPERATOR) {
        assertThat(rest.as(role).get(RECORDS).status()).isEqualTo(403);
        assertThat(rest.as(role).get(RECORDS + "/" + id).status()).isEqualTo(403);
        assertThat(rest.as(role).post(RECORDS + "/" + id + "/replay", null).status())
            .isEqualTo(403);
        assertThat(rest.as(role).post(RECORDS + "/" + id + "/dismiss", null).status())
            .isEqualTo(403);
      }
    }
    assertThat(rest.get(RECORDS).status()).isEqualTo(401);
  }

  private Rest operator() {
    return rest.as(Role.OPERATOR);
  }

  private long parkedForAnUnknownPlan() {
    seen.failure =
        new PoisonRecord(PoisonRecord.Reason.UNKNOWN_REFERENCE, "no plan of 张三's county");
    topics.send(event, Samples.aProposal(warning));
    return awaitParked();
  }

  private long awaitParked() {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sql.sql("select id from parked_record where record_key = ?")
                    .param(warning.toString().getBytes(UTF_8))
                    .query(Long.class)
                    .list(),
            found -> found.size() == 1)
        .getFirst();
  }

  private int timesSeen() {
    return sql.sql("select count(*) from seen where event_id = ?")
        .param(event)
        .query(Integer.class)
        .single();
  }

  private static List<Long> ids(Rest.Answer answer) {
    return answer.json().path("items").valueStream().map(item -> item.path("id").asLong()).toList();
  }

  private double gauge(String name) {
    surveying.lookNow();
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
