package lantian.tasking.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import lantian.kit.security.Role;
import lantian.tasking.TaskingService;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1/plans/{jurisdiction}} as its readers see it. */
@SpringBootTest(
    classes = TaskingService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=tasking-service")
@OnRealBrokerAndDatabase
class ReadingPlansTest {
  @Autowired private Rest rest;

  @ParameterizedTest
  @EnumSource(Role.class)
  void anyRoleReadsAPlan(Role role) {
    assertThat(rest.as(role).get("/api/v1/plans/150822").status()).isEqualTo(200);
  }

  @Test
  void withoutATokenNobodyDoes() {
    assertThat(rest.get("/api/v1/plans/150822").status()).isEqualTo(401);
  }

  @Test
  void aDutyIsShownWithAllThatThePlanSays() {
    JsonNode plan = rest.as(Role.OFFICE).get("/api/v1/plans/150822").json();
    assertThat(plan.path("jurisdiction").asString()).isEqualTo("150822");
    assertThat(plan.path("version").asString()).isEqualTo("150822@1");
    assertThat(plan.path("units")).hasSize(24);
    JsonNode duty = duty(plan, "dengkou#15/3");
    assertThat(duty.propertyNames())
        .contains("code", "statement", "phase", "levels", "kind", "cadence", "deadline")
        .contains("evidence", "supporting", "clause", "inferred");
    assertThat(duty.path("code").asString()).isEqualTo("zjj.site-dust");
    assertThat(duty.path("phase").asString()).isEqualTo("IN_FORCE");
    assertThat(texts(duty.path("levels"))).containsExactly("YELLOW", "ORANGE", "RED");
    assertThat(duty.path("cadence").asString()).isEqualTo("ONCE");
    assertThat(duty.path("deadline").asString()).isEqualTo("PT4H");
    assertThat(texts(duty.path("supporting"))).containsExactly("gaj", "xzzfj");
    assertThat(duty.path("measures").propertyNames()).containsExactly("YELLOW", "ORANGE", "RED");
    assertThat(duty.path("inferred").asBoolean()).isTrue();
  }

  @Test
  void aStandingDutyHasNoLevelsAndTheReportIsDueInFiveWorkingDays() {
    JsonNode plan = rest.as(Role.LIAISON).get("/api/v1/plans/150822").json();
    JsonNode standing = duty(plan, "dengkou#15/2");
    assertThat(standing.path("phase").asString()).isEqualTo("STANDING");
    assertThat(standing.path("levels").isArray()).isTrue();
    assertThat(standing.path("levels")).isEmpty();
    assertThat(standing.has("deadline")).isTrue();
    assertThat(standing.path("deadline").isNull()).isTrue();
    JsonNode report = duty(plan, "dengkou#3/3");
    assertThat(report.path("phase").asString()).isEqualTo("AFTER_LIFT");
    assertThat(report.path("deadline").asString()).isEqualTo("P5WD");
    assertThat(report.path("inferred").asBoolean()).isFalse();
    assertThat(plan.path("evaluationReport").path("headings")).hasSize(7);
  }

  @Test
  void changjisPlanHasItsTwentyFiveUnits() {
    JsonNode plan = rest.as(Role.OFFICE).get("/api/v1/plans/652300").json();
    assertThat(plan.path("units")).hasSize(25);
    assertThat(duty(plan, "changji#二.6").path("code").asString()).isEqualTo("bgs.issue-warning");
  }

  @Test
  void anUnknownJurisdictionIsAProblemInTheReadersLanguage() {
    Rest.Answer chinese = rest.as(Role.OFFICE).get("/api/v1/plans/110000");
    assertThat(chinese.status()).isEqualTo(404);
    assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
    assertThat(chinese.json().path("type").asString()).isEqualTo("/problems/not-found");
    assertThat(chinese.json().path("detail").asString()).isEqualTo("没有行政区 110000 的预案");
    Rest.Answer english = rest.as(Role.OFFICE).inEnglish().get("/api/v1/plans/110000");
    assertThat(english.json().path("detail").asString())
        .isEqualTo("There is no plan for jurisdiction 110000");
  }

  private static JsonNode duty(JsonNode plan, String clause) {
    return plan.path("units")
        .valueStream()
        .flatMap(unit -> unit.path("duties").valueStream())
        .filter(duty -> duty.path("clause").asString().equals(clause))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }
}
