package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A drill beside what is live: its own address, its own state, and its words in every text. */
class DrillsTest extends Lifecycle {

  @Test
  void aDrillRunsBesideALiveWarningAndNeitherKnowsOfTheOther() {
    var live = anOrangeWarning(CHANGJI);
    var drill = aDrill(CHANGJI);
    var red = forecastIn(drill, CHANGJI, RED);
    assertThat(text(red, "/mode")).isEqualTo("DRILL");
    // From nothing to red: the orange that is in force outside is not the drill's.
    assertThat(text(red, "/kind")).isEqualTo("RAISE");
    assertThat(text(red, "/from")).isEqualTo("NONE");
    var submitted = doneIn(drill, office("zhang"), red, "submit");
    var once = doneIn(drill, headquarters("li"), submitted, "approve");
    assertThat(text(once, "/state")).isEqualTo("SUBMITTED");
    var exercised = text(doneIn(drill, headquarters("zhao"), once, "approve"), "/warningId");
    assertThat(exercised).isNotEqualTo(live);

    assertThat(ids("/api/v1/warnings")).containsExactly(live);
    assertThat(ids(drill + "/warnings")).containsExactly(exercised);
    assertThat(text(office("wang").get("/api/v1/warnings/" + live).json(), "/level"))
        .isEqualTo("ORANGE");
    assertThat(ids("/api/v1/proposals")).doesNotContain(text(red, "/id"));
    assertThat(ids(drill + "/proposals")).containsExactly(text(red, "/id"));

    // And the live place is judged against its own level still.
    pass(Duration.ofHours(24));
    var lift = forecast(CHANGJI, CLEAN);
    assertThat(text(lift, "/kind")).isEqualTo("LIFT");
    assertThat(text(lift, "/from")).isEqualTo("ORANGE");
    assertThat(text(lift, "/reason")).doesNotContain("演练");
  }

  @Test
  void measuredHoursOfTheLivePlaceCountInNoDrill() {
    monitoring()
        .post(
            "/api/v1/observations",
            measured(CHANGJI, thisHour().minus(Duration.ofHours(70)), 71, 220));
    var drill = aDrill(CHANGJI);
    var answer = monitoring().post(drill + "/forecasts", aRun(CHANGJI, CLEAN));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/proposal").isNull()).as(answer.body()).isTrue();
  }

  @Test
  void everyTextForPeopleSaysThatItIsADrill() {
    var drill = aDrill(CHANGJI);
    var proposal = forecastIn(drill, CHANGJI, ORANGE);
    assertThat(text(proposal, "/reason")).startsWith("【演练】");
    var preview =
        office("zhang").get(drill + "/proposals/" + text(proposal, "/id") + "/publication").json();
    assertThat(preview.at("/findings").valueStream().map(f -> text(f, "/severity")))
        .doesNotContain("ERROR");
    assertThat(text(preview, "/texts/headline/zh")).startsWith("【演练】");
    assertThat(text(preview, "/texts/headline/en")).startsWith("[DRILL]");
    var id = anOrangeWarningIn(drill, CHANGJI, proposal);
    assertThat(office("zhang").get(drill + "/warnings/" + id + "/cap").body())
        .contains("<status>Exercise</status>", "<scope>Restricted</scope>", "【演练】");
    assertThat(office("zhang").get(drill + "/warnings/" + id + "/cap-cn").body())
        .contains("Exercise", "【演练】");
    assertThat(events())
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event).contains("\"DRILL\"").doesNotContain("\"LIVE\""));
  }

  @Test
  void aLiveAddressDealsWithNoDrillAndNoDrillWithWhatIsLive() {
    var live = forecast(CHANGJI, ORANGE);
    var drill = aDrill(CHANGJI);
    var exercised = forecastIn(drill, CHANGJI, ORANGE);
    for (var action : List.of("submit", "approve", "return", "reject")) {
      var outside = act(office("zhang"), exercised, action);
      assertThat(outside.status()).as(action).isEqualTo(404);
      assertThat(text(outside.json(), "/detail")).contains("属于演练，实战地址不予办理");
      var inside =
          office("zhang")
              .ifMatch(live.at("/version").longValue())
              .post(drill + "/proposals/" + text(live, "/id") + "/" + action, null);
      assertThat(inside.status()).as(action).isEqualTo(404);
      assertThat(text(inside.json(), "/detail")).contains("不属于这次演练");
    }
    var warning = anOrangeWarningIn(drill, CHANGJI, exercised);
    for (var path : List.of("", "/timeline", "/cap", "/cap-cn", "/disseminations")) {
      assertThat(office("zhang").get("/api/v1/warnings/" + warning + path).status())
          .as(path)
          .isEqualTo(404);
      assertThat(office("zhang").get(drill + "/warnings/" + warning + path).status())
          .as(path)
          .isEqualTo(200);
    }
    assertThat(office("wang").post("/api/v1/warnings/" + warning + "/correction", null).status())
        .isEqualTo(404);
    var run = text(exercised, "/forecastId");
    assertThat(monitoring().get("/api/v1/forecasts/" + run).status()).isGreaterThanOrEqualTo(400);
    assertThat(monitoring().get("/api/v1/forecasts").body()).doesNotContain(run, "演练");
    // Nor is one drill another.
    var other = aDrill(DENGKOU);
    assertThat(office("zhang").get(other + "/warnings/" + warning).status()).isEqualTo(404);
  }

  @Test
  void whatIsBroughtToADrillBelongsToItsPlaceAndTime() {
    var announced = anAnnouncement(CHANGJI);
    announced.put("from", time(now().plus(Duration.ofHours(1))));
    announced.put("until", time(now().plus(Duration.ofHours(3))));
    var drill =
        "/api/v1/drills/" + text(office("zhang").post("/api/v1/drills", announced).json(), "/id");
    assertThat(monitoring().post(drill + "/forecasts", aRun(CHANGJI, ORANGE)).status())
        .isEqualTo(409);
    pass(Duration.ofHours(1));
    var elsewhere = monitoring().post(drill + "/forecasts", aRun(DENGKOU, ORANGE));
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(text(elsewhere.json(), "/errors/0/code")).isEqualTo("not-in-drill");
    assertThat(monitoring().post(drill + "/forecasts", aRun(CHANGJI, ORANGE)).status())
        .isEqualTo(201);
    assertThat(
            monitoring()
                .post(drill + "/observations", measured(CHANGJI, thisHour(), 1, 220))
                .status())
        .isEqualTo(201);
    pass(Duration.ofHours(2));
    var late = monitoring().post(drill + "/forecasts", aRun(CHANGJI, ORANGE));
    assertThat(late.status()).isEqualTo(409);
    assertThat(text(late.json(), "/detail")).contains("不在演练时段内");
    assertThat(
            monitoring()
                .post("/api/v1/drills/" + UUID.randomUUID() + "/forecasts", aRun(CHANGJI, ORANGE))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aDrillEndsWhenItsWarningHasAndTheNextOneBeginsWithACleanSheet() {
    var drill = aDrill(CHANGJI);
    assertThat(office("wang").post("/api/v1/drills", anAnnouncement(CHANGJI)).status())
        .isEqualTo(409);
    monitoring()
        .post(
            drill + "/observations",
            measured(CHANGJI, thisHour().minus(Duration.ofHours(2)), 3, 220));
    var run = aRun(CHANGJI, ORANGE);
    assertThat(monitoring().post(drill + "/forecasts", run).status()).isEqualTo(201);
    var warning = anOrangeWarningIn(drill, CHANGJI, standingIn(drill));
    var refused = office("wang").post(drill + "/end", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(text(refused.json(), "/detail")).contains("仍在生效", warning);
    assertThatThrownBy(
            () -> sql.sql("update drill set ended_by = 'eve', ended_at = now()").update())
        .hasMessageContaining("something of the drill still stands");

    var correction = drill + "/warnings/" + warning + "/correction";
    var ready = office("wang").post(correction, null);
    assertThat(text(ready.json(), "/texts/headline/zh")).startsWith("【演练】");
    assertThat(office("wang").ifMatch(1).post(correction + "/confirm", null).status())
        .isEqualTo(200);
    assertThat(office("wang").post(drill + "/end", null).json().at("/open").booleanValue())
        .isFalse();
    assertThat(office("wang").post(drill + "/end", null).status()).isEqualTo(409);
    assertThat(monitoring().post(drill + "/forecasts", run).status()).isEqualTo(409);

    // The same scenario played once more: the run is as new, and nothing is measured yet.
    var second = aDrill(CHANGJI);
    assertThat(text(office("wang").get(second).json(), "/name")).isEqualTo("冬季重污染应急演练");
    assertThat(office("wang").get(second).json().at("/number").intValue()).isEqualTo(2);
    assertThat(sql.sql("select count(*) from observation").query(Long.class).single()).isZero();
    var again = monitoring().post(second + "/forecasts", run);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(text(again.json(), "/proposal/kind")).isEqualTo("RAISE");
    assertThat(ids(second + "/warnings")).isEmpty();
    assertThat(ids(drill + "/warnings")).containsExactly(warning);
  }

  @Test
  void anEndedDrillLeavesNoProposal() {
    var drill = aDrill(CHANGJI);
    var proposal = forecastIn(drill, CHANGJI, ORANGE);
    assertThat(office("wang").post(drill + "/end", null).status()).isEqualTo(200);
    assertThat(
            text(
                office("wang").get(drill + "/proposals/" + text(proposal, "/id")).json(), "/state"))
        .isEqualTo("SUPERSEDED");
  }

  @Test
  void anAnnouncementSaysAllOfIt() {
    var answer = office("zhang").post("/api/v1/drills", "{\"jurisdiction\":\"999999\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").valueStream().map(e -> text(e, "/pointer")))
        .containsExactlyInAnyOrder(
            "/jurisdiction", "/name", "/scenario", "/announcedBy", "/announcedTo", "/until");
    var tooLong = anAnnouncement(CHANGJI);
    tooLong.put("until", time(now().plus(Duration.ofDays(8))));
    assertThat(text(office("zhang").post("/api/v1/drills", tooLong).json(), "/errors/0/code"))
        .isEqualTo("drill-too-long");
    tooLong.put("until", time(now()));
    assertThat(text(office("zhang").post("/api/v1/drills", tooLong).json(), "/errors/0/code"))
        .isEqualTo("past");
    var elsewhere = rest.as(Role.OFFICE, "zhang", DENGKOU);
    assertThat(elsewhere.post("/api/v1/drills", anAnnouncement(CHANGJI)).status()).isEqualTo(403);
    assertThat(rows("drill")).isZero();
  }

  @Test
  void theDatabaseKnowsNoDrillWithoutItsDrillAndChangesNoMode() {
    anOrangeWarning(CHANGJI);
    var writing =
        """
        insert into forecast (id, mode, jurisdiction, source, issued_at, resolution, points,
          content_sha256, received_at, received_by)
        select gen_random_uuid(), ?, jurisdiction, source, issued_at - interval '1 hour', 'DAILY',
          '[{"date": "2025-12-06", "aqiHigh": 200}]', content_sha256, received_at, 'eve' from forecast
        """;
    assertThatThrownBy(() -> sql.sql(writing).param("DRILL").update())
        .hasMessageContaining("no drill is open in " + CHANGJI);
    aDrill(CHANGJI);
    assertThat(sql.sql(writing).param("DRILL").update()).isOne();
    assertThat(
            sql.sql("select count(*) from forecast where drill_id is not null")
                .query(Long.class)
                .single())
        .isOne();
    for (var table : List.of("warning", "proposal", "forecast")) {
      assertThatThrownBy(
              () ->
                  sql.sql(
                          "update %s set mode = 'DRILL', drill_id = (select id from drill)"
                              .formatted(table))
                      .update())
          .as(table)
          .isInstanceOf(RuntimeException.class);
    }
  }

  private JsonNode standingIn(String drill) {
    return office("zhang").get(drill + "/proposals?state=OPEN").json().at("/items/0");
  }

  /** Submits and approves this one; gives the id of its warning. */
  private String anOrangeWarningIn(String drill, String jurisdiction, JsonNode proposal) {
    assertThat(text(proposal, "/jurisdiction")).isEqualTo(jurisdiction);
    var submitted = doneIn(drill, office("zhang"), proposal, "submit");
    return text(doneIn(drill, headquarters("li"), submitted, "approve"), "/warningId");
  }

  private List<String> ids(String list) {
    Rest.Answer answer = office("zhang").get(list);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/items").valueStream().map(item -> text(item, "/id")).toList();
  }

  private List<String> events() {
    return sql.sql(
            """
            select convert_from(payload, 'UTF8') from outbox
            where occurred_at = ?
            """)
        .param(java.sql.Timestamp.from(now()))
        .query(String.class)
        .list();
  }

  private long rows(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
