package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnSampleService
class AnsweringRequestsTest {
  @Autowired Rest rest;

  @Test
  void aRoleOfTheTableIsServed() {
    var answer =
        rest.as(Role.MONITORING)
            .post("/api/v1/samples", Map.of("jurisdiction", "652300", "points", List.of(Map.of())));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1");
  }

  @Test
  void withoutATokenNobodyIsServed() {
    var answer = rest.post("/api/v1/samples", Map.of());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthenticated");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void anotherRoleIsRefused() {
    var answer = rest.as(Role.PUBLICITY).post("/api/v1/samples", Map.of());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/forbidden");
  }

  @Test
  void anotherJurisdictionIsRefused() {
    var answer =
        rest.as(Role.MONITORING, "m", "150822")
            .post("/api/v1/samples", Map.of("jurisdiction", "652300", "points", List.of()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("detail").asString()).contains("652300");
  }

  @Test
  void whatTheTableDoesNotListIsDeniedToEveryone() {
    assertThat(rest.as(Role.OPERATOR).get("/api/v1/unlisted").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"jurisdiction\": \"652300\", \"points\": [{\"pm2_5\": NaN}]} | /points/0/pm2_5",
        "{\"jurisdiction\": \"652300\", \"points\": [{}, {\"pm2_5\": \"NaN\"}]} | /points/1/pm2_5",
        "{\"jurisdiction\": \"652300\", \"points\": [{\"pm2_5\": \"12\"}]} | /points/0/pm2_5",
        "{\"jurisdiction\": \"652300\", \"points\": [{\"pm25\": 12}]} | /points/0/pm25",
        "{\"jurisdiction\": \"652300\", \"points\": [{\"co\": 1, \"co\": 2}]} | /points/0/co",
        "{\"jurisdiction\": 652300, \"points\": []} | /jurisdiction",
        "{\"jurisdiction\": \"652300\", \"points\": [ | /points",
      })
  void whatCannotBeReadIsNamedByItsPlace(String body, String pointer) {
    var answer = rest.as(Role.MONITORING).post("/api/v1/samples", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAsSuch() {
    var answer =
        rest.as(Role.MONITORING)
            .post(
                "/api/v1/samples",
                "{\"jurisdiction\": \"652300\", \"points\": [" + "{},".repeat(400_000) + "{}]}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-large");
  }

  @Test
  void aMissingFieldIsNamed() {
    var answer = rest.as(Role.MONITORING).post("/api/v1/samples", "{\"jurisdiction\": \"652300\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("/points");
  }

  @Test
  void aProblemIsChineseUnlessEnglishIsAskedFor() {
    var chinese = rest.as(Role.OFFICE).post("/api/v1/changes", null);
    assertThat(chinese.status()).isEqualTo(428);
    assertThat(chinese.json().path("title").asString()).isEqualTo("缺少版本号");
    var english = rest.as(Role.OFFICE).inEnglish().post("/api/v1/changes", null);
    assertThat(english.json().path("title").asString()).isEqualTo("The version is missing");
  }

  @Test
  void aStaleVersionIsRefused() {
    assertThat(rest.as(Role.OFFICE).ifMatch(6).post("/api/v1/changes", null).status())
        .isEqualTo(412);
    assertThat(rest.as(Role.OFFICE).ifMatch(7).post("/api/v1/changes", null).status())
        .isEqualTo(200);
  }

  @Test
  void anUnknownPathIsDeniedRatherThanExplained() {
    assertThat(rest.as(Role.OFFICE).get("/nowhere").status()).isEqualTo(403);
  }

  @Test
  void healthAndMetricsAndTheApiDescriptionAreOpen() {
    assertThat(rest.get("/actuator/health").status()).isEqualTo(200);
    assertThat(rest.get("/actuator/prometheus").body()).contains("outbox_unsent", "parked_records");
    assertThat(rest.get("/v3/api-docs").status()).isEqualTo(200);
    var change = rest.get("/v3/api-docs").json().path("paths").path("/api/v1/changes").path("post");
    assertThat(change.path("parameters").valueStream().map(p -> p.path("name").asString()))
        .containsExactlyInAnyOrder("If-Match", "Idempotency-Key");
    assertThat(rest.get("/swagger-ui/index.html").status()).isEqualTo(200);
    assertThat(rest.get("/actuator/env").status()).isEqualTo(401);
  }

  @Test
  void theLocalClockCanBeMovedByAnOperator() {
    var answer =
        rest.as(Role.OPERATOR)
            .post("/local/clock", Map.of("now", "2016-12-09T16:00:00+08:00", "ticking", false));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("now").asString()).isEqualTo("2016-12-09T16:00:00+08:00");
    assertThat(rest.as(Role.LIAISON).get("/local/clock").status()).isEqualTo(403);
  }
}
