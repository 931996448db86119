package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A token says who somebody is; whether they may decide is read from the roster at that moment. */
class KeepingRosterTest extends Lifecycle {

  @Test
  void whoWasEnteredByOneAndConfirmedByAnotherDecides() {
    nobodyIsEnteredByAToken();
    var orange = submitted(ORANGE);
    assertRefused(act(headquarters("li"), orange, "approve"), 403, "不在审批人员名册上");
    var li = entered("li", "headquarters", CHANGJI);
    assertThat(act(headquarters("li"), orange, "approve").status())
        .as("entered by one")
        .isEqualTo(403);
    confirmed(li, "zhao");
    assertThat(li.at("/inForce").booleanValue()).isFalse();
    done(headquarters("li"), orange, "approve");
    var read = rest.as(Role.OPERATOR).get("/api/v1/roster/" + text(li, "/id")).json();
    assertThat(read.at("/inForce").booleanValue()).isTrue();
    assertThat(read.at("/history").findValuesAsString("by")).containsExactly("operator", "zhao");
  }

  @Test
  void whoWasEndedIsRefusedWithATokenThatHolds() {
    var li = headquarters("li");
    var orange = submitted(ORANGE);
    var other = done(office("zhang"), forecast(DENGKOU, ORANGE), "submit");
    done(li, orange, "approve");
    var entry = rest.as(Role.OPERATOR).get("/api/v1/roster").json().at("/items/0");
    assertThat(entry.at("/firstUse").booleanValue()).isTrue();
    assertThat(text(entry, "/jurisdiction")).isEqualTo(CHANGJI);
    end(text(entry, "/id"), "调离");
    pass(Duration.ofHours(24));
    var red = submitted(RED);
    for (var action : List.of("approve", "return", "reject")) {
      var refused = act(li, red, action);
      assertRefused(refused, 403, "名册");
      assertThat(text(refused.json(), "/type")).isEqualTo("/problems/not-on-roster");
    }
    assertRefused(act(li.inEnglish(), red, "approve"), 403, "roster");
    // It was of that place alone.
    done(li, other, "approve");
    assertThat(sql.sql("select count(*) from approval").query(Long.class).single()).isEqualTo(2);
    var history = rest.as(Role.OPERATOR).get("/api/v1/roster/" + text(entry, "/id")).json();
    assertThat(history.at("/history").findValuesAsString("step"))
        .containsExactly("ENTERED", "ENDED");
    assertThat(text(history, "/history/1/reason")).isEqualTo("调离");
  }

  @Test
  void anApprovalOfWhoWasEndedMeanwhileCountsNoMore() {
    var once = done(headquarters("li"), submitted(RED), "approve");
    end(text(rest.as(Role.OPERATOR).get("/api/v1/roster").json(), "/items/0/id"), null);
    assertRefused(act(headquarters("zhao"), once, "approve"), 409, "li");
    var again = done(office("zhang"), done(headquarters("zhao"), once, "return"), "submit");
    var first = done(headquarters("zhao"), again, "approve");
    assertThat(text(done(headquarters("chen"), first, "approve"), "/state")).isEqualTo("APPROVED");
  }

  @Test
  void nobodyEntersOrConfirmsThemselves() {
    assertRefused(enter(rest.as(Role.OPERATOR, "li"), "li", "headquarters", CHANGJI), 403, "本人");
    var li = text(entered("li", "headquarters", CHANGJI), "/id");
    assertRefused(confirm(headquarters("li"), li), 403, "本人");
    assertRefused(confirm(headquarters("operator"), li), 403, "登记人");
    assertThat(confirm(headquarters("zhao"), li).status()).isEqualTo(200);
    assertRefused(confirm(headquarters("zhao"), li), 409, "已经确认");
  }

  @Test
  void whoConfirmsStandsOnTheRosterUnlessNobodyDoes() {
    nobodyIsEnteredByAToken();
    confirmed(entered("li", "headquarters", CHANGJI), "nobody-yet");
    var zhao = entered("zhao", "headquarters", CHANGJI);
    assertRefused(confirm(headquarters("nobody-yet"), text(zhao, "/id")), 403, "名册");
    confirmed(zhao, "li");
    assertThat(confirm(rest.as(Role.HEADQUARTERS, "li", BAYANNUR), text(zhao, "/id")).status())
        .as("of another place")
        .isEqualTo(403);
  }

  @Test
  void anEntryHoldsWithinItsTimeByTheMachinesClock() {
    nobodyIsEnteredByAToken();
    var orange = submitted(ORANGE);
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    confirmed(entered("past", CHANGJI, now.minusDays(2), now.minusDays(1)), "zhao");
    confirmed(entered("future", CHANGJI, now.plusDays(1), null), "zhao");
    confirmed(entered("elsewhere", BAYANNUR, null, null), "zhao");
    confirmed(entered("present", "*", now.minusDays(1), now.plusDays(1)), "zhao");
    for (var who : List.of("past", "future", "elsewhere")) {
      assertThat(act(headquarters(who), orange, "approve").status()).as(who).isEqualTo(403);
    }
    done(headquarters("present"), orange, "approve");
  }

  @Test
  void whoTakesBackAFalseAlarmStandsThereToo() {
    var warning = anOrangeWarning(CHANGJI);
    nobodyIsEnteredByAToken();
    var path = "/api/v1/warnings/" + warning + "/correction";
    assertRefused(office("duty").ifMatch(1).post(path + "/confirm", null), 403, "名册");
    confirmed(entered("duty", "office", CHANGJI), "li");
    assertThat(office("duty").ifMatch(1).post(path + "/confirm", null).status()).isEqualTo(200);
  }

  @Test
  void everyFaultOfAnEntryIsNamed() {
    var faults =
        rest.as(Role.OPERATOR)
            .post(
                "/api/v1/roster",
                Map.of(
                    "role",
                    "mayor",
                    "jurisdiction",
                    "150822",
                    "validFrom",
                    "today",
                    "person",
                    " "));
    assertThat(faults.status()).isEqualTo(422);
    assertThat(faults.json().at("/errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/validFrom", "/person", "/role", "/jurisdiction");
    assertThat(rest.as(Role.OPERATOR).get("/api/v1/roster/" + java.util.UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(sql.sql("select count(*) from roster_entry").query(Long.class).single()).isZero();
  }

  private void nobodyIsEnteredByAToken() {
    sql.sql("update authority_rule set roster_first_use = false").update();
  }

  private JsonNode submitted(int... stretches) {
    return done(office("zhang"), forecast(CHANGJI, stretches), "submit");
  }

  private static Rest.Answer enter(Rest as, String person, String role, String place) {
    return as.post("/api/v1/roster", Map.of("person", person, "role", role, "jurisdiction", place));
  }

  private JsonNode entered(String person, String role, String place) {
    var answer = enter(rest.as(Role.OPERATOR), person, role, place);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private JsonNode entered(
      String person, String place, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
    Map<String, Object> entry =
        new HashMap<>(Map.of("person", person, "role", "headquarters", "jurisdiction", place));
    if (from != null) {
      entry.put("validFrom", from.toString());
    }
    if (to != null) {
      entry.put("validTo", to.toString());
    }
    var answer = rest.as(Role.OPERATOR).post("/api/v1/roster", entry);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static Rest.Answer confirm(Rest as, String id) {
    return as.post("/api/v1/roster/" + id + "/confirm", null);
  }

  private void confirmed(JsonNode entry, String by) {
    var answer = confirm(headquarters(by), text(entry, "/id"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void end(String id, @Nullable String why) {
    var answer =
        rest.as(Role.OPERATOR)
            .post("/api/v1/roster/" + id + "/end", why == null ? null : Map.of("reason", why));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static void assertRefused(Rest.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }
}
