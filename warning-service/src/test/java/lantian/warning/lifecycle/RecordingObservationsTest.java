package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.testing.EventSchemas;
import lantian.testing.Rest.Answer;
import lantian.testing.TopicProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordingObservationsTest extends Lifecycle {
  private static final String OBSERVATIONS = "/api/v1/observations";

  @Test
  void measuredHoursAreRecorded() {
    var answer = monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 30));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().propertyNames()).containsExactly("recorded", "proposal");
    assertThat(answer.json().at("/recorded").intValue()).isEqualTo(1);
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
  }

  @Test
  void measuredAloneTheyMayCallForAWarning() {
    var first = thisHour().minus(Duration.ofHours(71));
    var answer = monitoring().post(OBSERVATIONS, measured(CHANGJI, first, 72, 220));
    assertThat(text(answer.json(), "/proposal/kind")).isEqualTo("RAISE");
    assertThat(text(answer.json(), "/proposal/to")).isEqualTo("ORANGE");
    assertThat(answer.json().at("/proposal/forecastId").isNull()).isTrue();
  }

  @Test
  void measuredHoursCountInTheLengthOfAForecastRun() {
    var first = thisHour().minus(Duration.ofHours(23));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, first, 24, 220));
    var proposal = forecast(CHANGJI, 24, 220, 120, 30);
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/validFrom")).isEqualTo(time(first));
  }

  @Test
  void anHourThatIsCorrectedIsReplacedAndToldWithThoseWhoseDayItIsPartOf() {
    var first = thisHour().minus(Duration.ofHours(29));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, first, 30, 30));
    var corrected = first.plus(Duration.ofHours(10));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, corrected, 1, 480));
    assertThat(hours(corrected)).isEqualTo(1);
    assertThat(pm25(corrected)).isEqualTo(480);
    var events = events();
    var before = events.get(0);
    var after = events.get(1);
    assertThat(after.at("/version").longValue()).isGreaterThan(before.at("/version").longValue());
    assertThat(before.at("/hours").size()).isEqualTo(30);
    assertThat(after.at("/hours").size()).isEqualTo(20);
    assertThat(text(after, "/hours/0/at")).isEqualTo(time(corrected));
    assertThat(after.at("/hours/0/aqi").intValue()).isGreaterThan(400);
    assertThat(after.at("/hours/0/rollingAqi").isNull()).isTrue();
    // The last hour of the first 24: a mean of 23 times 30 and 480.
    assertThat(after.at("/hours/13/rollingAqi").intValue())
        .isGreaterThan(before.at("/hours/23/rollingAqi").intValue());
    assertThat(text(after, "/hours/0/primaryPollutants/0")).isEqualTo("pm2_5");
    assertThat(after.at("/hours/0/values/pm2_5").intValue()).isEqualTo(480);
  }

  @Test
  void aCorrectionIsKeptWithWhatStoodBeforeAndTheAirIsJudgedAnew() {
    var first = thisHour().minus(Duration.ofHours(71));
    rest.as(Role.MONITORING, "wang").post(OBSERVATIONS, measured(CHANGJI, first, 72, 30));
    pass(Duration.ofMinutes(5));
    var corrected =
        rest.as(Role.MONITORING, "changji-model")
            .post(OBSERVATIONS, measured(CHANGJI, first, 72, 220));
    assertThat(text(corrected.json(), "/proposal/to")).isEqualTo("ORANGE");
    var page = corrections("&size=10");
    assertThat(page.at("/total").intValue()).isEqualTo(72);
    assertThat(page.at("/items").size()).isEqualTo(10);
    assertThat(text(page, "/items/0/at")).isEqualTo(time(first));
    assertThat(page.at("/items/0/before/pm2_5").intValue()).isEqualTo(30);
    assertThat(page.at("/items/0/after/pm2_5").intValue()).isEqualTo(220);
    assertThat(text(page, "/items/0/recordedBy")).isEqualTo("wang");
    assertThat(text(page, "/items/0/correctedBy")).isEqualTo("changji-model");
    assertThat(text(page, "/items/0/correctedAt")).isEqualTo(time(now()));
    // Back again: the orange was nobody's but a mistake's.
    var back = monitoring().post(OBSERVATIONS, measured(CHANGJI, first, 72, 30));
    assertThat(back.json().at("/proposal").isNull()).isTrue();
    assertThat(corrections("").at("/total").intValue()).isEqualTo(144);
  }

  @Test
  void aCorrectionDeliveredTwiceIsKeptOnce() {
    var hour = thisHour();
    monitoring().post(OBSERVATIONS, measured(CHANGJI, hour, 1, 30));
    for (int i = 0; i < 2; i++) {
      monitoring().post(OBSERVATIONS, measured(CHANGJI, hour, 1, 31));
    }
    assertThat(corrections("").at("/total").intValue()).isEqualTo(1);
    var hours =
        monitoring()
            .get(OBSERVATIONS + "?jurisdiction=" + CHANGJI + "&from=2025-12-01&to=2025-12-31")
            .json();
    assertThat(hours.at("/items").size()).isEqualTo(1);
    assertThat(hours.at("/items/0/values/pm2_5").intValue()).isEqualTo(31);
    assertThat(hours.at("/items/0/version").longValue()).isEqualTo(2);
    assertThatThrownBy(() -> sql.sql("delete from observation_correction").update())
        .hasStackTraceContaining("only added to");
  }

  @Test
  void whatIsAskedOfTheHoursMustBeSaidAndIsBounded() {
    var nothing = monitoring().get(OBSERVATIONS).json();
    assertThat(nothing.at("/errors").size()).isEqualTo(3);
    assertThat(
            monitoring()
                .get(OBSERVATIONS + "?jurisdiction=652300&from=2025-01-01&to=2025-12-31")
                .status())
        .isEqualTo(422);
    assertThat(
            rest.as(Role.MONITORING, "m", DENGKOU)
                .get(OBSERVATIONS + "?jurisdiction=652300&from=2025-12-01&to=2025-12-31")
                .status())
        .isEqualTo(403);
  }

  private JsonNode corrections(String more) {
    return monitoring()
        .get(
            OBSERVATIONS
                + "/corrections?jurisdiction="
                + CHANGJI
                + "&from=2025-12-01&to=2025-12-31"
                + more)
        .json();
  }

  @Test
  void theSameHoursAgainTellNobody() {
    monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 30));
    assertThat(monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 30)).status())
        .isEqualTo(201);
    monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 31));
    assertThat(events()).hasSize(2);
  }

  @Test
  void aGapInWhatWasStoredLeavesTheWindowWhole() {
    // Two hours are missing at the begin of the last window, which still has its 20 values.
    var first = thisHour().minus(Duration.ofHours(30));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, first, 6, 30));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, first.plus(Duration.ofHours(9)), 21, 30));
    monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 30));
    var last = events().getLast();
    assertThat(last.at("/hours/0/rollingAqi").intValue()).isEqualTo(43);
  }

  @Test
  void whatIsYetToBeMeasuredIsRefused() {
    assertThat(monitoring().post(OBSERVATIONS, measured(CHANGJI, thisHour(), 1, 30)).status())
        .isEqualTo(201);
    assertRefused(measured(CHANGJI, thisHour(), 2, 30), "/points/1/at", "future");
  }

  @Test
  void badHoursAreRefusedWithNothingStored() {
    var first = thisHour().minus(Duration.ofHours(9));
    assertRefused(measured("999999", first, 1, 30), "/jurisdiction", "unknown-jurisdiction");
    assertRefused(measured(CHANGJI, first, 1, -1), "/points/0/pm2_5", "negative");
    assertRefused(measured(CHANGJI, first), "/points", "no-points");
    assertRefused(
        measured(CHANGJI, first.minus(Duration.ofHours(300)), 300, 30),
        "/points",
        "too-many-points");
    var gap = measured(CHANGJI, first, 10, 30);
    var points = new ArrayList<>(hours(first, 10, 30));
    points.remove(3);
    gap.put("points", points);
    assertRefused(gap, "/points/3/at", "gap");
    var days = measured(CHANGJI, first, 1, 30);
    days.put("resolution", "DAILY");
    days.put("points", List.of(Map.of("date", "2025-12-04", "aqiHigh", 100)));
    assertRefused(days, "/resolution", "not-hourly");
    var later = measured(CHANGJI, first, 1, 30);
    later.put("issuedAt", time(now().plusSeconds(1)));
    assertRefused(later, "/issuedAt", "future");
  }

  @Test
  void onlyTheMonitoringGroupOfThePlaceOrItsAuthorityHandsThemIn() {
    var rows = rows();
    var measured = measured(DENGKOU, thisHour(), 1, 30);
    assertThat(rest.post(OBSERVATIONS, measured).status()).isEqualTo(401);
    assertThat(rest.as(Role.LIAISON).post(OBSERVATIONS, measured).status()).isEqualTo(403);
    assertThat(rest.as(Role.MONITORING, "m", CHANGJI).post(OBSERVATIONS, measured).status())
        .isEqualTo(403);
    assertThat(rows()).isEqualTo(rows);
    assertThat(rest.as(Role.MONITORING, "m", BAYANNUR).post(OBSERVATIONS, measured).status())
        .isEqualTo(201);
  }

  @Test
  void sixteenPostsAtOnceGiveOneProposal() throws Exception {
    var first = thisHour().minus(Duration.ofHours(95));
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Answer>> posts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        var hours = measured(CHANGJI, first.plus(Duration.ofHours(6L * i)), 6, 220);
        posts.add(() -> monitoring().post(OBSERVATIONS, hours));
      }
      for (var answer : threads.invokeAll(posts)) {
        assertThat(answer.get().status()).isEqualTo(201);
      }
    }
    assertThat(
            sql.sql("select count(*) from proposal where state = 'OPEN'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(sql.sql("select count(*) from observation").query(Long.class).single())
        .isEqualTo(96);
  }

  private void assertRefused(Map<String, Object> measured, String pointer, String code) {
    var rows = rows();
    var answer = monitoring().post(OBSERVATIONS, measured);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(text(answer.json(), "/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
    assertThat(text(answer.json(), "/errors/0/code")).isEqualTo(code);
    assertThat(rows()).isEqualTo(rows);
  }

  private long hours(java.time.Instant at) {
    return sql.sql("select count(*) from observation where at = ?")
        .param(java.sql.Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  private int pm25(java.time.Instant at) {
    return sql.sql("select pm2_5 from observation where at = ?")
        .param(java.sql.Timestamp.from(at))
        .query(Integer.class)
        .single();
  }

  /** What was told in this test, oldest first, one for each version. */
  private List<JsonNode> events() {
    var recordedAt = time(now());
    Awaitility.await().until(() -> unsent() == 0);
    Map<Long, JsonNode> byVersion = new HashMap<>();
    for (var record : TopicProbe.recordsOf(Topics.FORECASTS, CHANGJI)) {
      var json = JsonMapper.shared().readTree(record.value());
      if ("observation.recorded.v1".equals(TopicProbe.header(record, "ce_type"))
          && recordedAt.equals(text(json, "/recordedAt"))) {
        assertThat(EventSchemas.objectionsTo(record)).isEmpty();
        byVersion.put(json.at("/version").longValue(), json);
      }
    }
    return byVersion.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private long unsent() {
    return sql.sql("select count(*) from outbox where sent_at is null").query(Long.class).single();
  }
}
