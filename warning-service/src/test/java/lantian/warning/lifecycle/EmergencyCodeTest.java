package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * When nobody of the roster can be had, sealed envelopes are opened, and it takes two all the same.
 */
class EmergencyCodeTest extends Lifecycle {
  @Autowired JdbcClient app;

  /** Chen of the headquarters stands on the roster, and confirms codes; nobody else is entered. */
  @BeforeEach
  void oneOfTheHeadquartersStandsOnTheRoster() {
    sql.sql(
            """
            insert into roster_entry
              (person, role, jurisdiction, way, entered_by, confirmed_by, confirmed_at)
            values ('chen', 'headquarters', '*', 'FIRST_USE', 'chen', 'chen', now())
            """)
        .update();
    sql.sql("update authority_rule set roster_first_use = false").update();
  }

  @Test
  void twoPersonsWithACodeEachApproveRedAndEverybodySeesIt() {
    var red = submitted();
    var first = sealed("headquarters", CHANGJI);
    var second = sealed("headquarters", CHANGJI);
    assertThat(act(office("wang"), red, "approve").status()).isEqualTo(403);
    var once = approve(office("wang"), red, first);
    assertThat(once.status()).as(once.body()).isEqualTo(200);
    assertThat(text(once.json(), "/state")).isEqualTo("SUBMITTED");
    assertThat(approve(office("wang"), once.json(), second).status()).as("the same").isEqualTo(403);
    assertThat(approve(office("zhang"), once.json(), second).status()).as("own").isEqualTo(403);
    assertThat(approve(office("sun"), once.json(), first).status()).as("used").isEqualTo(403);
    // As it was typed from paper.
    var typed = second.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    var twice = approve(office("sun"), once.json(), typed);
    assertThat(twice.status()).as(twice.body()).isEqualTo(200);
    assertThat(text(twice.json(), "/state")).isEqualTo("APPROVED");

    var timeline =
        office("zhang").get("/api/v1/warnings/" + text(red, "/warningId") + "/timeline").json();
    assertThat(timeline.findValuesAsString("step")).filteredOn("BREAK_GLASS"::equals).hasSize(2);
    assertThat(timeline.toString()).contains("指挥部全体失联");
    assertThat(rest.as(Role.OPERATOR).get("/api/v1/emergency-codes").json().at("/items").toString())
        .contains("指挥部全体失联")
        .doesNotContain(first, second);
  }

  @Test
  void aCodeAndSomebodyOfTheRosterAreTwoAsWell() {
    var once = approve(office("wang"), submitted(), sealed("headquarters", "*")).json();
    assertThat(text(done(headquarters("chen"), once, "approve"), "/state")).isEqualTo("APPROVED");
  }

  @Test
  void redAsksForTheSignInAllTheSame() {
    var red = submitted();
    var old =
        rest.withToken(
            TestTokens.signedInAt(
                Role.OFFICE, "wang", Instant.now().minus(Duration.ofHours(1)), "an-id"));
    var code = sealed("headquarters", CHANGJI);
    assertThat(approve(old, red, code).status()).isEqualTo(401);
    assertThat(approve(office("wang"), red, code).status()).as("it was not used").isEqualTo(200);
  }

  @Test
  void aCodeOpensOnlyWhatItWasSealedFor() {
    var red = submitted();
    refused(red, text(made("headquarters", CHANGJI), "/code"), "not confirmed");
    refused(red, sealed("headquarters", BAYANNUR), "another place");
    refused(red, sealed("office", CHANGJI), "another role");
    refused(red, "ABCDE-ABCDE-ABCDE-ABCDE-ABCDE", "guessed");
    var withdrawn = made("headquarters", CHANGJI);
    confirm(headquarters("chen"), withdrawn);
    assertThat(
            headquarters("chen")
                .post("/api/v1/emergency-codes/" + text(withdrawn, "/id") + "/withdraw", null)
                .status())
        .isEqualTo(200);
    refused(red, text(withdrawn, "/code"), "withdrawn");
    var own = sealed("headquarters", CHANGJI);
    assertThat(approve(office("operator"), red, own).status()).as("made by oneself").isEqualTo(403);
    assertThat(sql.sql("select count(*) from approval").query(Long.class).single()).isZero();
  }

  @Test
  void itTakesAReasonAndIsForApprovingAlone() {
    var red = submitted();
    var code = sealed("headquarters", CHANGJI);
    var path = "/api/v1/proposals/" + text(red, "/id");
    var seen = office("wang").ifMatch(red.at("/version").longValue());
    assertThat(seen.post(path + "/approve", Map.of("emergencyCode", code)).status()).isEqualTo(422);
    assertThat(seen.post(path + "/return", Map.of("emergencyCode", code, "reason", "x")).status())
        .isEqualTo(422);
  }

  @Test
  void aCodeIsMadeByOneAndConfirmedByAnother() {
    var code = made("headquarters", CHANGJI);
    assertThat(confirm(headquarters("operator"), code).status()).isEqualTo(403);
    assertThat(confirm(headquarters("li"), code).status()).as("not on the roster").isEqualTo(403);
    assertThat(confirm(headquarters("chen"), code).status()).isEqualTo(200);
    assertThat(confirm(headquarters("chen"), code).status()).isEqualTo(409);
    var faults =
        rest.as(Role.OPERATOR)
            .post("/api/v1/emergency-codes", Map.of("role", "mayor", "jurisdiction", "1"));
    assertThat(faults.status()).isEqualTo(422);
    assertThat(faults.json().at("/errors").size()).isEqualTo(3);
    for (int days : new int[] {-1, 401}) {
      var wanted =
          Map.of(
              "role",
              "office",
              "jurisdiction",
              CHANGJI,
              "validTo",
              OffsetDateTime.now(ZoneOffset.UTC).plusDays(days).toString());
      var answer = rest.as(Role.OPERATOR).post("/api/v1/emergency-codes", wanted);
      assertThat(answer.status()).as("in %d days", days).isEqualTo(422);
    }
  }

  @Test
  void theDatabaseWantsTheCodeItselfAndTheApproval() {
    var red = UUID.fromString(text(submitted(), "/id"));
    var code = sealed("headquarters", CHANGJI);
    assertRefused(
        "select use_emergency_code(code_sha256, '%s', 1, 'eve', 'x', now()) from emergency_code"
            .formatted(red),
        "no such code opens this");
    assertRefused(
        "select use_emergency_code('%s', '%s', 1, 'eve', 'x', now())".formatted(code, red), "fkey");
    assertRefused(
        "insert into emergency_use select id, '%s', 1, 'eve', role, 'x', now() from emergency_code"
            .formatted(red),
        "permission denied");
    assertRefused("update emergency_code set valid_to = now()", "permission denied");
    assertRefused("delete from emergency_code", "permission denied");
  }

  private void assertRefused(String statement, String by) {
    assertThatThrownBy(() -> app.sql(statement).query().listOfRows())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining(by);
  }

  private JsonNode submitted() {
    return done(office("zhang"), forecast(CHANGJI, RED), "submit");
  }

  private JsonNode made(String role, String place) {
    Map<String, Object> wanted = new HashMap<>(Map.of("role", role, "jurisdiction", place));
    wanted.put("validTo", OffsetDateTime.now(ZoneOffset.UTC).plusDays(90).toString());
    var answer = rest.as(Role.OPERATOR).post("/api/v1/emergency-codes", wanted);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private String sealed(String role, String place) {
    var code = made(role, place);
    var answer = confirm(headquarters("chen"), code);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/code").isNull()).isTrue();
    return text(code, "/code");
  }

  private static Rest.Answer confirm(Rest as, JsonNode code) {
    return as.post("/api/v1/emergency-codes/" + text(code, "/id") + "/confirm", null);
  }

  private void refused(JsonNode red, String code, String why) {
    var answer = approve(office("wang"), red, code);
    assertThat(answer.status()).as(why).isEqualTo(403);
    assertThat(answer.body()).as(why).contains("口令");
  }

  private static Rest.Answer approve(Rest as, JsonNode proposal, String code) {
    return as.ifMatch(proposal.at("/version").longValue())
        .post(
            "/api/v1/proposals/" + text(proposal, "/id") + "/approve",
            Map.of("emergencyCode", code, "reason", "指挥部全体失联"));
  }
}
