package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.testing.EventSchemas;
import lantian.testing.TopicProbe;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishedWarningsTest extends Lifecycle {

  @Test
  void aRaiseIsToldWithAllThatTheOthersNeed() {
    var proposal = forecast(CHANGJI, ORANGE);
    var submitted = done(office("zhang"), proposal, "submit");
    done(headquarters("li"), submitted, "approve");
    var warningId = text(proposal, "/warningId");
    var records = recordsOf(warningId, 3);
    assertThat(types(records))
        .containsExactly("warning.proposed.v1", "warning.approved.v1", "warning.level-changed.v1");

    var proposed = json(records.get(0));
    assertThat(text(proposed, "/proposalId")).isEqualTo(text(proposal, "/id"));
    assertThat(text(proposed, "/forecastId")).isEqualTo(text(proposal, "/forecastId"));
    assertThat(text(proposed, "/reason/zh")).isEqualTo(text(proposal, "/reason"));
    assertThat(text(proposed, "/reason/en")).contains("orange");

    var approved = json(records.get(1));
    assertThat(text(approved, "/submittedBy")).isEqualTo("zhang");
    assertThat(text(approved, "/approvedBy")).isEqualTo("li");
    assertThat(approved.at("/approvals").intValue()).isEqualTo(1);
    assertThat(approved.at("/approvalsNeeded").intValue()).isEqualTo(1);

    var changed = json(records.get(2));
    assertThat(text(changed, "/mode")).isEqualTo("LIVE");
    assertThat(changed.at("/version").longValue()).isEqualTo(1);
    assertThat(text(changed, "/warningId")).isEqualTo(warningId);
    assertThat(text(changed, "/jurisdiction")).isEqualTo(CHANGJI);
    assertThat(text(changed, "/jurisdictionName")).isEqualTo("昌吉州");
    assertThat(text(changed, "/kind")).isEqualTo("RAISE");
    assertThat(text(changed, "/from")).isEqualTo("NONE");
    assertThat(text(changed, "/to")).isEqualTo("ORANGE");
    assertThat(text(changed, "/cause")).isEqualTo("PARTICULATE");
    assertThat(text(changed, "/response")).isEqualTo("COLOURED");
    assertThat(text(changed, "/policy")).isEqualTo("national-2024@1");
    assertThat(text(changed, "/publishedAt")).isEqualTo(time(now()));
    assertThat(text(changed, "/validFrom")).isEqualTo(text(proposal, "/validFrom"));
    assertThat(text(changed, "/validTo")).isEqualTo(text(proposal, "/validTo"));
    assertThat(text(changed, "/submittedBy")).isEqualTo("zhang");
    assertThat(changed.at("/approvedBy").size()).isEqualTo(1);
    assertThat(changed.at("/follows").isNull()).isTrue();
    assertThat(TopicProbe.header(records.get(2), "ce_time")).isNotNull();
  }

  @Test
  void aResponseNeverBeginsBeforeItsPublication() {
    var first = thisHour().minus(Duration.ofHours(23));
    monitoring().post("/api/v1/observations", measured(CHANGJI, first, 24, 220));
    var proposal = forecast(CHANGJI, 40, 220, 100, 30);
    assertThat(text(proposal, "/validFrom")).isEqualTo(time(first));
    done(headquarters("li"), done(office("zhang"), proposal, "submit"), "approve");
    var changed = json(recordsOf(text(proposal, "/warningId"), 3).getLast());
    assertThat(text(changed, "/validFrom")).isEqualTo(time(now()));
  }

  @Test
  void eachRevisionFollowsTheOneBefore() {
    var warningId = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    decideByHeadquarters(forecast(CHANGJI, RED));
    pass(Duration.ofHours(24));
    var down = forecast(CHANGJI, 48, 220, 120, 30);
    assertThat(text(down, "/kind")).isEqualTo("DOWNGRADE");
    done(office("wang"), done(office("zhang"), down, "submit"), "approve");
    pass(Duration.ofHours(24));
    done(office("wang"), done(office("zhang"), forecast(CHANGJI, CLEAN), "submit"), "approve");

    var changes =
        recordsOf(warningId, 13).stream()
            .filter(r -> "warning.level-changed.v1".equals(TopicProbe.header(r, "ce_type")))
            .toList();
    assertThat(changes.stream().map(r -> text(json(r), "/kind")))
        .containsExactly("RAISE", "UPGRADE", "DOWNGRADE", "LIFT");
    assertThat(changes.stream().map(r -> text(json(r), "/to")))
        .containsExactly("ORANGE", "RED", "ORANGE", "NONE");
    for (int i = 1; i < changes.size(); i++) {
      var change = json(changes.get(i));
      assertThat(change.at("/version").intValue()).isEqualTo(i + 1);
      assertThat(text(change, "/follows"))
          .isEqualTo(TopicProbe.header(changes.get(i - 1), "ce_id"));
      assertThat(text(change, "/from")).isEqualTo(text(json(changes.get(i - 1)), "/to"));
    }
    var red = json(changes.get(1));
    assertThat(red.at("/approvedBy").size()).isEqualTo(2);
    var lifted = json(changes.get(3));
    assertThat(text(lifted, "/validFrom")).isEqualTo(text(lifted, "/publishedAt"));
    assertThat(text(lifted, "/cause")).isEqualTo("PARTICULATE");

    var warning = office("zhang").get("/api/v1/warnings/" + warningId);
    assertThat(warning.header("ETag")).isEqualTo("\"4\"");
    assertThat(text(warning.json(), "/state")).isEqualTo("LIFTED");
    assertThat(text(warning.json(), "/liftedAt")).isEqualTo(time(now()));
  }

  @Test
  void aReturnAndARejectionAreTold() {
    var proposal = forecast(CHANGJI, ORANGE);
    var submitted = done(office("zhang"), proposal, "submit");
    var returned = done(headquarters("li"), submitted, "return");
    var again = done(office("zhang"), returned, "submit");
    headquarters("li")
        .ifMatch(again.at("/version").longValue())
        .post("/api/v1/proposals/" + text(again, "/id") + "/reject", Map.of("reason", "再观察"));
    var records = recordsOf(text(proposal, "/warningId"), 3);
    assertThat(types(records))
        .containsExactly("warning.proposed.v1", "warning.returned.v1", "warning.returned.v1");
    assertThat(json(records.get(1)).at("/rejected").booleanValue()).isFalse();
    assertThat(json(records.get(2)).at("/rejected").booleanValue()).isTrue();
    assertThat(text(json(records.get(2)), "/reason")).isEqualTo("再观察");
  }

  @Test
  void theTimelineTellsWhoDidWhatAndWhen() {
    var yellow = forecast(CHANGJI, YELLOW);
    pass(Duration.ofHours(1));
    var warningId = anOrangeWarning(CHANGJI);
    assertThat(warningId).isEqualTo(text(yellow, "/warningId"));
    var timeline = office("reader").get("/api/v1/warnings/" + warningId + "/timeline").json();
    List<String> steps = new ArrayList<>();
    for (var step : timeline.at("/steps")) {
      steps.add(text(step, "/step") + " " + text(step, "/to") + " " + step.at("/by").asString("-"));
    }
    assertThat(steps)
        .containsExactly(
            "PROPOSED YELLOW -",
            "SUPERSEDED YELLOW -",
            "PROPOSED ORANGE -",
            "SUBMITTED ORANGE zhang",
            "APPROVED ORANGE li",
            "PUBLISHED ORANGE -");
    assertThat(timeline.at("/steps/5/revision").intValue()).isEqualTo(1);
    assertThat(text(timeline, "/steps/5/at")).isEqualTo(time(now()));
  }

  @Test
  void everybodySeesWhatIsInForceAndNobodysName() {
    var before = rest.get("/public/warnings");
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.json().at("/warnings").size()).isZero();
    // The two with plans, and the city above one of them.
    assertThat(before.json().at("/jurisdictions").size()).isEqualTo(3);
    assertThat(text(before.json(), "/jurisdictions/0/level")).isEqualTo("NONE");

    var warningId = anOrangeWarning(DENGKOU);
    var seen = rest.get("/public/warnings");
    assertThat(seen.json().at("/warnings").size()).isEqualTo(1);
    var warning = seen.json().at("/warnings/0");
    assertThat(warning.propertyNames())
        .containsExactly(
            "id",
            "jurisdiction",
            "jurisdictionName",
            "level",
            "cause",
            "response",
            "mode",
            "publishedAt",
            "validFrom",
            "validTo",
            "revision",
            "monitoring",
            "told",
            "links");
    assertThat(text(warning, "/id")).isEqualTo(warningId);
    assertThat(text(warning, "/jurisdictionName")).isEqualTo("磴口县");
    assertThat(text(warning, "/level")).isEqualTo("ORANGE");
    assertThat(text(warning, "/mode")).isEqualTo("LIVE");
    assertThat(seen.body()).doesNotContain("zhang", "\"li\"");
    for (var place : seen.json().at("/jurisdictions")) {
      assertThat(place.propertyNames())
          .containsExactly("code", "name", "nameEn", "authority", "level");
      assertThat(text(place, "/level"))
          .isEqualTo(text(place, "/code").equals(DENGKOU) ? "ORANGE" : "NONE");
    }
  }

  @Test
  void warningsAreListedByPlaceAndState() {
    var warningId = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    assertThat(listed(rest.as(Role.OFFICE), "?state=IN_FORCE")).containsExactly(warningId);
    assertThat(listed(rest.as(Role.OFFICE), "?state=LIFTED")).isEmpty();
    assertThat(listed(rest.as(Role.OFFICE), "?jurisdiction=" + DENGKOU)).isEmpty();
    assertThat(listed(rest.asLiaisonOf("zjj", CHANGJI), "")).containsExactly(warningId);
    var other = rest.as(Role.OFFICE, "o", DENGKOU);
    assertThat(listed(other, "")).isEmpty();
    assertThat(other.get("/api/v1/warnings/" + warningId).status()).isEqualTo(403);
    assertThat(rest.get("/api/v1/warnings").status()).isEqualTo(401);
    var path = "/api/v1/warnings/00000000-0000-0000-0000-000000000001";
    assertThat(rest.as(Role.OFFICE).get(path).status()).isEqualTo(404);
    assertThat(rest.as(Role.OFFICE).get(path + "/timeline").status()).isEqualTo(404);
  }

  private void decideByHeadquarters(JsonNode proposal) {
    var once = done(headquarters("li"), done(office("zhang"), proposal, "submit"), "approve");
    done(headquarters("zhao"), once, "approve");
  }

  private static List<String> listed(lantian.testing.Rest as, String query) {
    List<String> ids = new ArrayList<>();
    for (var warning : as.get("/api/v1/warnings" + query).json().at("/items")) {
      ids.add(text(warning, "/id"));
    }
    return ids;
  }

  /** What was told of this warning; all of it by the published schemas. */
  private static List<ConsumerRecord<String, byte[]>> recordsOf(String warningId, int atLeast) {
    var records =
        Awaitility.await()
            .until(
                () -> TopicProbe.recordsOf(Topics.WARNINGS, warningId),
                found -> found.size() >= atLeast);
    assertThat(records).flatExtracting(EventSchemas::objectionsTo).isEmpty();
    return records;
  }

  private static List<String> types(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(r -> TopicProbe.header(r, "ce_type")).toList();
  }

  private static JsonNode json(ConsumerRecord<String, byte[]> record) {
    return JsonMapper.shared().readTree(record.value());
  }
}
