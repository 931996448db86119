package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.testing.EventSchemas;
import lantian.testing.Rest.Answer;
import lantian.testing.TopicProbe;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TakingInForecastsTest extends Lifecycle {
  private static final String FORECASTS = "/api/v1/forecasts";

  @Test
  void aRunIsStoredJudgedAndLeadsToAProposal() {
    var answer = monitoring().post(FORECASTS, aRun(CHANGJI, ORANGE));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var json = answer.json();
    assertThat(json.propertyNames()).containsExactly("id", "assessment", "proposal", "damped");
    assertThat(text(json, "/assessment/level")).isEqualTo("ORANGE");
    assertThat(text(json, "/assessment/policy")).isEqualTo("national-2024@1");
    assertThat(text(json, "/proposal/kind")).isEqualTo("RAISE");
    assertThat(text(json, "/proposal/state")).isEqualTo("OPEN");
    assertThat(text(json, "/proposal/from")).isEqualTo("NONE");
    assertThat(text(json, "/proposal/to")).isEqualTo("ORANGE");
    assertThat(text(json, "/proposal/cause")).isEqualTo("PARTICULATE");
    assertThat(text(json, "/proposal/mode")).isEqualTo("LIVE");
    assertThat(text(json, "/proposal/validFrom")).isEqualTo(text(json, "/assessment/from"));
    assertThat(text(json, "/proposal/validTo")).isEqualTo(text(json, "/assessment/to"));
    assertThat(text(json, "/proposal/forecastId")).isEqualTo(text(json, "/id"));
    assertThat(text(json, "/proposal/reason")).contains("橙色预警");
  }

  @Test
  void aCleanRunLeavesTheLevelAsItIs() {
    var answer = monitoring().post(FORECASTS, aRun(CHANGJI, CLEAN));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(text(answer.json(), "/assessment/level")).isEqualTo("NONE");
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
  }

  @Test
  void theSameRunAgainHasTheSameIdAndChangesNothing() {
    var run = aRun(CHANGJI, ORANGE);
    var first = monitoring().post(FORECASTS, run);
    pass(Duration.ofMinutes(5));
    var rows = rowsOfForecastsAndProposals();
    var again = monitoring().post(FORECASTS, run);
    assertThat(again.status()).isEqualTo(200);
    assertThat(text(again.json(), "/id")).isEqualTo(text(first.json(), "/id"));
    assertThat(text(again.json(), "/proposal/id")).isEqualTo(text(first.json(), "/proposal/id"));
    assertThat(rowsOfForecastsAndProposals()).isEqualTo(rows);
  }

  @Test
  void theSameNumbersWrittenOtherwiseAreTheSameRun() {
    var run = aRun(CHANGJI, 1, 30);
    assertThat(monitoring().post(FORECASTS, run).status()).isEqualTo(201);
    var other =
        JsonMapper.shared().writeValueAsString(run).replace("\"pm2_5\":30", "\"pm2_5\":30.00");
    assertThat(other).contains("30.00");
    assertThat(monitoring().post(FORECASTS, other).status()).isEqualTo(200);
  }

  @Test
  void anotherBodyForTheSameRunIsAConflict() {
    monitoring().post(FORECASTS, aRun(CHANGJI, ORANGE));
    var rows = rowsOfForecastsAndProposals();
    var answer = monitoring().post(FORECASTS, aRun(CHANGJI, YELLOW));
    assertProblem(answer, 409, "/problems/conflict");
    assertThat(text(answer.json(), "/detail")).contains("内容不同");
    assertThat(rowsOfForecastsAndProposals()).isEqualTo(rows);
  }

  @Test
  void theSameRunFromSixteenSidesIsStoredOnceAndProposedOnce() throws Exception {
    var run = aRun(CHANGJI, ORANGE);
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Answer>> posts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        posts.add(() -> monitoring().post(FORECASTS, run));
      }
      for (var answer : threads.invokeAll(posts)) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(count("forecast")).isEqualTo(1);
    assertThat(count("proposal")).isEqualTo(1);
  }

  @Test
  void daysAreTakenInAsWellAndTheirUpperBoundCounts() {
    var run = aRun(DENGKOU, CLEAN);
    run.put("resolution", "DAILY");
    run.put(
        "points",
        List.of(
            Map.of(
                "date",
                "2025-12-06",
                "aqiLow",
                180,
                "aqiHigh",
                230,
                "primaryPollutants",
                List.of("pm10")),
            Map.of(
                "date",
                "2025-12-07",
                "aqiLow",
                180,
                "aqiHigh",
                230,
                "primaryPollutants",
                List.of("pm10")),
            Map.of(
                "date",
                "2025-12-08",
                "aqiLow",
                40,
                "aqiHigh",
                60,
                "primaryPollutants",
                List.of())));
    var answer = monitoring().post(FORECASTS, run);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(text(answer.json(), "/proposal/to")).isEqualTo("ORANGE");
  }

  @Test
  void whatTheForecastersMarkAsDustIsAnsweredAsDust() {
    var run = aRun(CHANGJI, ORANGE);
    run.put("causeMark", "DUST");
    var answer = monitoring().post(FORECASTS, run);
    assertThat(text(answer.json(), "/proposal/cause")).isEqualTo("DUST");
    assertThat(text(answer.json(), "/proposal/response")).isEqualTo("HEALTH_NOTICE");
  }

  @Test
  void theRunMayNameItsPolicyAndThatOneJudgesUntilTheNextRun() {
    var run = aRun(CHANGJI, ORANGE);
    run.put("policy", "national-2018");
    var answer = monitoring().post(FORECASTS, run);
    assertThat(text(answer.json(), "/proposal/to")).isEqualTo("YELLOW");
    assertThat(text(answer.json(), "/proposal/policy")).isEqualTo("national-2018@1");
    pass(Duration.ofHours(1));
    monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 30));
    var proposals = monitoring().get("/api/v1/proposals?state=OPEN").json();
    assertThat(text(proposals, "/items/0/policy")).isEqualTo("national-2018@1");
  }

  @Test
  void aMissingValueIsNoError() {
    var points = new ArrayList<>(hours(thisHour().plus(Duration.ofHours(1)), 24, 30));
    points.set(5, Map.of("at", points.get(5).get("at")));
    var run = aRun(CHANGJI, CLEAN);
    run.put("points", points);
    assertThat(monitoring().post(FORECASTS, run).status()).isEqualTo(201);
  }

  @Test
  void aRunOfThisVeryMomentIsNotInTheFutureButOneASecondLaterIs() {
    assertThat(monitoring().post(FORECASTS, aRun(CHANGJI, CLEAN)).status()).isEqualTo(201);
    var later = aRun(CHANGJI, CLEAN);
    later.put("issuedAt", time(now().plusSeconds(1)));
    assertRefused(later, 422, "/issuedAt", "future");
  }

  @Test
  void from1To240PointsAreTakenIn() {
    assertThat(monitoring().post(FORECASTS, aRun(CHANGJI, 1, 30)).status()).isEqualTo(201);
    assertThat(monitoring().post(FORECASTS, aRun(DENGKOU, 240, 30)).status()).isEqualTo(201);
    pass(Duration.ofMinutes(1));
    assertRefused(aRun(DENGKOU, 241, 30), 422, "/points", "too-many-points");
  }

  @Test
  void badPointsAreRefusedWithNothingStored() {
    var first = thisHour().plus(Duration.ofHours(1));
    var run = aRun(CHANGJI, CLEAN);

    run.put("points", List.of());
    assertRefused(run, 422, "/points", "no-points");
    run.put("points", hours(first, 300, 30));
    assertRefused(run, 422, "/points", "too-many-points");

    var gap = new ArrayList<>(hours(first, 10, 30));
    gap.remove(4);
    run.put("points", gap);
    assertRefused(run, 422, "/points/4/at", "gap");

    var twice = new ArrayList<>(hours(first, 10, 30));
    twice.add(4, twice.get(3));
    run.put("points", twice);
    assertRefused(run, 422, "/points/4/at", "duplicate-hour");

    run.put("points", List.of(Map.of("at", time(first), "pm2_5", -1)));
    assertRefused(run, 422, "/points/0/pm2_5", "negative");
    run.put("points", List.of(Map.of("at", time(first), "co", new BigDecimal("1e999"))));
    assertRefused(run, 422, "/points/0/co", "too-high");
    run.put("points", List.of(Map.of("at", time(first.plusSeconds(60)), "co", 1)));
    assertRefused(run, 422, "/points/0/at", "full-hour");
    run.put("points", hours(first.plus(Duration.ofHours(241)), 24, 30));
    assertRefused(run, 422, "/points/0/at", "far-from-issue");
  }

  @Test
  void aNumberThatIsNoneCannotBeReadAndItsFieldIsNamed() {
    var rows = rows();
    var body = JsonMapper.shared().writeValueAsString(aRun(CHANGJI, 2, 30));
    var answer = monitoring().post(FORECASTS, body.replaceFirst("\"pm2_5\":30", "\"pm2_5\":NaN"));
    assertProblem(answer, 400, "/problems/unreadable");
    assertThat(text(answer.json(), "/errors/0/pointer")).startsWith("/points/0");
    assertThat(monitoring().post(FORECASTS, body.replace("\"pm2_5\"", "\"pm3\"")).status())
        .isEqualTo(400);
    assertThat(rows()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "jurisdiction, 999999, unknown-jurisdiction",
    "jurisdiction, , required",
    "source, ' ', required",
    "source, , required",
    "issuedAt, , required",
    "issuedAt, 2025-12-05T16:00:00, time-without-offset",
    "issuedAt, yesterday, time",
    "resolution, , required",
    "resolution, DAILY, not-daily",
    "policy, national-1999, unknown-policy"
  })
  void aFieldThatIsWrongIsNamed(String field, String value, String code) {
    var run = aRun(CHANGJI, CLEAN);
    run.put(field, value);
    assertRefused(
        run, 422, field.equals("resolution") && value != null ? "/points" : "/" + field, code);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnceInTheReadersLanguage() {
    var run = aRun("999999", CLEAN);
    run.put("issuedAt", time(now().plusSeconds(60)));
    run.put("points", List.of(Map.of("at", time(thisHour()), "pm2_5", -1, "o3", -2)));
    var chinese = monitoring().post(FORECASTS, run).json();
    assertThat(chinese.at("/errors").size()).isEqualTo(4);
    assertThat(text(chinese, "/errors/0/detail")).isEqualTo("没有代码为 999999 的行政区。");
    assertThat(text(chinese, "/title")).isEqualTo("内容不符合规则");
    var english = monitoring().inEnglish().post(FORECASTS, run).json();
    assertThat(text(english, "/errors/1/detail")).startsWith("This is later than");
    assertThat(text(english, "/title")).isEqualTo("A rule is broken");
  }

  @Test
  void onlyTheMonitoringGroupOfThePlaceOrItsAuthorityHandsInRuns() {
    var rows = rows();
    var run = aRun(DENGKOU, CLEAN);
    assertThat(rest.post(FORECASTS, run).status()).isEqualTo(401);
    assertThat(rest.as(Role.OFFICE).post(FORECASTS, run).status()).isEqualTo(403);
    var changji = rest.as(Role.MONITORING, "m", CHANGJI);
    assertProblem(changji.post(FORECASTS, run), 403, "/problems/forbidden");
    assertThat(rows()).isEqualTo(rows);
    assertThat(rest.as(Role.MONITORING, "m", DENGKOU).post(FORECASTS, run).status()).isEqualTo(201);
    pass(Duration.ofMinutes(1));
    assertThat(
            rest.as(Role.MONITORING, "m", BAYANNUR).post(FORECASTS, aRun(DENGKOU, CLEAN)).status())
        .isEqualTo(201);
  }

  @Test
  void theOthersAreToldOfTheRunWithTheAqiOfEachWholeDay() {
    var id = text(monitoring().post(FORECASTS, aRun(CHANGJI, ORANGE)).json(), "/id");
    var record =
        Awaitility.await()
            .until(
                () ->
                    TopicProbe.recordsOf(Topics.FORECASTS, CHANGJI).stream()
                        .filter(told -> id.equals(json(told).path("forecastId").stringValue(null)))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    assertThat(EventSchemas.objectionsTo(record)).isEmpty();
    var event = json(record);
    assertThat(text(event, "/mode")).isEqualTo("LIVE");
    assertThat(text(event, "/jurisdictionName")).isEqualTo("昌吉州");
    assertThat(text(event, "/resolution")).isEqualTo("HOURLY");
    assertThat(event.at("/peakAqi").intValue()).isEqualTo(270);
    // From 17:00 on the 5th to 16:00 on the 12th: the 6th to the 11th are whole.
    assertThat(event.at("/days").size()).isEqualTo(6);
    assertThat(text(event, "/days/0/date")).isEqualTo("2025-12-06");
    assertThat(text(event, "/days/1/primaryPollutants/0")).isEqualTo("pm2_5");
  }

  private static JsonNode json(ConsumerRecord<String, byte[]> record) {
    return JsonMapper.shared().readTree(record.value());
  }

  private void assertRefused(Map<String, Object> run, int status, String pointer, String code) {
    var rows = rows();
    var answer = monitoring().post(FORECASTS, run);
    assertProblem(answer, status, "/problems/invalid");
    assertThat(text(answer.json(), "/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
    assertThat(text(answer.json(), "/errors/0/code")).isEqualTo(code);
    assertThat(text(answer.json(), "/errors/0/detail")).isNotBlank();
    assertThat(rows()).isEqualTo(rows);
  }

  private static void assertProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(text(answer.json(), "/type")).isEqualTo(type);
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long rowsOfForecastsAndProposals() {
    return count("forecast") + count("proposal") + count("proposal_step") + count("outbox");
  }
}
