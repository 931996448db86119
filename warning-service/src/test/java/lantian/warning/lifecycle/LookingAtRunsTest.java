package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lantian.kit.security.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every run that was issued stays, with what it said of the level. */
class LookingAtRunsTest extends Lifecycle {
  private static final String FORECASTS = "/api/v1/forecasts";

  @Test
  void everyRunIsListedWithWhoHandedItInAndWhatLevelItGave() {
    issued("CMA", ORANGE);
    pass(Duration.ofHours(1));
    issued("州监测站", YELLOW);
    pass(Duration.ofHours(1));
    issued("CMA", CLEAN);
    var list = monitoring().get(FORECASTS + "?jurisdiction=" + CHANGJI).json();
    assertThat(list.at("/total").intValue()).isEqualTo(3);
    assertThat(all(list, "source")).containsExactly("CMA", "州监测站", "CMA");
    assertThat(all(list, "level")).containsExactly("NONE", "YELLOW", "ORANGE");
    assertThat(all(list, "counts")).containsExactly("true", "false", "false");
    assertThat(all(list, "superseded")).containsExactly("false", "false", "true");
    assertThat(text(list, "/items/0/receivedBy")).isEqualTo("monitoring");
    assertThat(text(list, "/items/0/levelPolicy")).isEqualTo("national-2024@1");
    assertThat(text(list, "/items/2/from")).isEqualTo(time(thisHour().minus(Duration.ofHours(1))));
  }

  @Test
  void aRunThatWasIssuedBeforeTheOneThatCountsHasItsOwnLevelAndChangesNothing() {
    var early = aRun(CHANGJI, RED);
    pass(Duration.ofHours(1));
    issued("CMA", CLEAN);
    early.put("source", "迟到的模式");
    var answer = monitoring().post(FORECASTS, early);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
    var list = monitoring().get(FORECASTS).json();
    assertThat(all(list, "level")).containsExactly("NONE", "RED");
    assertThat(all(list, "counts")).containsExactly("true", "false");
  }

  @Test
  void aRunThatWasOverWhenItCameIsListedWithItsLevelToo() {
    var old = aRun(CHANGJI, CLEAN);
    old.put("points", hours(thisHour().minus(Duration.ofHours(60)), 61, 320));
    assertThat(monitoring().post(FORECASTS, old).status()).isEqualTo(201);
    var list = monitoring().get(FORECASTS).json();
    assertThat(all(list, "level")).containsExactly("ORANGE");
    assertThat(all(list, "levelPolicy")).containsExactly("national-2024@1");
    assertThat(track().at("/sources/0/runs/0/level").isNull()).as("it is over").isTrue();
  }

  /** It writes the level into a table of its own, and nothing of it into the track. */
  @Test
  void whatTheVersionBeforeWritesWhileItStillRunsIsListedAsBefore() {
    issued("CMA", RED);
    var id = sql.sql("select id from forecast").query(UUID.class).single();
    sql.sql("truncate tracked_run").update();
    sql.sql(
            """
            insert into forecast_level (forecast_id, level, policy, judged_at)
            values (?, 'YELLOW', 'national-2018@1', now())
            """)
        .param(id)
        .update();
    sql.sql("insert into tracked_run (forecast_id, judged_at) values (?, now())")
        .param(id)
        .update();
    var list = monitoring().get(FORECASTS).json();
    assertThat(all(list, "level")).containsExactly("YELLOW");
    assertThat(all(list, "levelPolicy")).containsExactly("national-2018@1");
    assertThat(track().at("/sources/0/runs/0/level").isNull()).isTrue();
  }

  @Test
  void afterTwoMissingRunsARunIsStaleAndStillTheOneThatCounts() {
    issued("CMA", CLEAN);
    pass(Duration.ofHours(51));
    assertThat(all(monitoring().get(FORECASTS).json(), "stale")).containsExactly("false");
    pass(Duration.ofHours(1));
    var list = monitoring().get(FORECASTS).json();
    assertThat(all(list, "stale")).containsExactly("true");
    assertThat(all(list, "counts")).containsExactly("true");
  }

  @Test
  void theListIsNarrowedBySourceAndDayAndComesInPages() {
    for (int i = 0; i < 3; i++) {
      issued("CMA", CLEAN);
      issued("州监测站", CLEAN);
      pass(Duration.ofDays(1));
    }
    assertThat(total("?source=CMA")).isEqualTo(3);
    assertThat(total("?source=cma")).isZero();
    assertThat(total("?from=2025-12-06")).isEqualTo(4);
    assertThat(total("?from=2025-12-06&to=2025-12-06")).isEqualTo(2);
    assertThat(total("?jurisdiction=" + DENGKOU)).isZero();
    var second = monitoring().get(FORECASTS + "?page=1&size=4").json();
    assertThat(second.at("/items").size()).isEqualTo(2);
    assertThat(second.at("/total").intValue()).isEqualTo(6);
  }

  @Test
  void allThatIsWrongWithTheQuestionIsNamed() {
    var answer = monitoring().get(FORECASTS + "?from=x&to=2025-13-01&page=-1&size=501");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").valueStream().map(e -> text(e, "/pointer")))
        .containsExactlyInAnyOrder("?from", "?to", "?page", "?size");
    assertThat(monitoring().get(FORECASTS + "?from=2025-12-02&to=2025-12-01").status())
        .isEqualTo(422);
  }

  @Test
  void oneRunIsGivenWithItsPointsAsTheyWerePosted() {
    var run = aRun(CHANGJI, 2, 30);
    run.put(
        "points",
        List.of(
            Map.of("at", time(thisHour()), "pm2_5", 60.11, "co", 0.7),
            Map.of("at", time(thisHour().plus(Duration.ofHours(1))))));
    run.put("causeMark", "DUST");
    var id = text(monitoring().post(FORECASTS, run).json(), "/id");
    var whole = rest.as(Role.EXPERTS).get(FORECASTS + "/" + id).json();
    assertThat(text(whole, "/run/causeMark")).isEqualTo("DUST");
    assertThat(whole.at("/points").toString())
        .isEqualTo(
            "[{\"at\":\"%s\",\"pm2_5\":60.11,\"co\":0.7},{\"at\":\"%s\"}]"
                .formatted(time(thisHour()), time(thisHour().plus(Duration.ofHours(1)))));
  }

  @Test
  void aRunOfDaysIsGivenAsDays() {
    var run = aRun(CHANGJI, CLEAN);
    run.put("resolution", "DAILY");
    run.put("points", List.of(Map.of("date", "2025-12-06", "aqiLow", 80, "aqiHigh", 110)));
    var id = text(monitoring().post(FORECASTS, run).json(), "/id");
    var whole = monitoring().get(FORECASTS + "/" + id).json();
    assertThat(text(whole, "/run/from")).isEqualTo("2025-12-06T00:00:00+08:00");
    assertThat(text(whole, "/run/to")).isEqualTo("2025-12-06T23:00:00+08:00");
    assertThat(text(whole, "/points/0/date")).isEqualTo("2025-12-06");
    assertThat(whole.at("/points/0/aqiHigh").intValue()).isEqualTo(110);
  }

  /** As the migration leaves it: hours as JSON, and no level. */
  @Test
  void aRunThatWasStoredAsJsonIsReadAsBefore() {
    var id =
        UUID.nameUUIDFromBytes(
            ("lantian/forecast/LIVE/" + CHANGJI + "/" + now() + "/CMA")
                .getBytes(StandardCharsets.UTF_8));
    var hours =
        IntStream.range(1, 73)
            .mapToObj(
                h ->
                    Map.of(
                        "at",
                        thisHour().plus(Duration.ofHours(h)).toString(),
                        "values",
                        Map.of("pm2_5", 220)))
            .toList();
    sql.sql(
            """
            insert into forecast (id, mode, jurisdiction, source, issued_at, resolution, points,
              content_sha256, received_at, received_by)
            values (?, 'LIVE', ?, 'CMA', ?, 'HOURLY', ?::jsonb, repeat('0', 64), ?, 'wang')
            """)
        .params(id, CHANGJI, java.sql.Timestamp.from(now()))
        .params(JsonMapper.shared().writeValueAsString(hours), java.sql.Timestamp.from(now()))
        .update();
    var list = monitoring().get(FORECASTS).json();
    assertThat(text(list, "/items/0/from")).isEqualTo(time(thisHour().plus(Duration.ofHours(1))));
    assertThat(text(list, "/items/0/to")).isEqualTo(time(thisHour().plus(Duration.ofHours(72))));
    assertThat(list.at("/items/0/level").isNull()).isTrue();
    assertThat(monitoring().get(FORECASTS + "/" + id).json().at("/points").size()).isEqualTo(72);
    var judged =
        monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 220)).json();
    assertThat(text(judged, "/proposal/to")).isEqualTo("ORANGE");
    assertThat(text(judged, "/proposal/forecastId")).isEqualTo(id.toString());
  }

  @Test
  void whoHasNoPartInThePlaceSeesNoRunOfIt() {
    var id = text(monitoring().post(FORECASTS, aRun(CHANGJI, CLEAN)).json(), "/id");
    var dengkou = rest.as(Role.MONITORING, "m", DENGKOU);
    assertThat(dengkou.get(FORECASTS).json().at("/total").intValue()).isZero();
    assertThat(dengkou.get(FORECASTS + "/" + id).status()).isEqualTo(403);
    assertThat(dengkou.get(FORECASTS + "?jurisdiction=" + CHANGJI).status()).isEqualTo(403);
    assertThat(rest.as(Role.LIAISON).get(FORECASTS).status()).isEqualTo(403);
    assertThat(monitoring().get(FORECASTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void whatARunSaidIsNeverChangedByWhomever() {
    issued("CMA", CLEAN);
    for (var statement :
        List.of(
            "update forecast set pm2_5 = o3",
            "delete from tracked_run",
            "update tracked_run set level = 'RED'",
            "update forecast set received_by = 'nobody'")) {
      assertThatThrownBy(() -> sql.sql(statement).update())
          .as(statement)
          .hasStackTraceContaining("only added to");
    }
  }

  private JsonNode track() {
    return monitoring().get(FORECASTS + "/tracking?jurisdiction=" + CHANGJI).json();
  }

  private void issued(String source, int... stretches) {
    var run = aRun(CHANGJI, stretches);
    run.put("source", source);
    var answer = monitoring().post(FORECASTS, run);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private int total(String query) {
    return monitoring().get(FORECASTS + query).json().at("/total").intValue();
  }

  private static List<String> all(JsonNode list, String field) {
    return list.at("/items").valueStream().map(item -> item.at("/" + field).asString()).toList();
  }
}
