package lantian.tasking.duty;

import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The table of endpoints and roles, and the reach of a unit and a jurisdiction. */
class WhoMayDoWhatTest extends TaskingTest {
  @Autowired private EndpointRoles table;

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyTheRolesOfTheTableGetPast(Role role) {
    for (var entry : table.entries()) {
      var path = entry.path().replace("*", UUID.randomUUID().toString());
      var caller = role == Role.LIAISON ? rest.asLiaisonOf("zjj", DENGKOU) : rest.as(role);
      var answer =
          entry.method().equals(HttpMethod.GET)
              ? caller.get(path)
              : caller.ifMatch(1).post(path, Map.of());
      if (entry.roles().contains(role)) {
        assertThat(answer.status()).as("%s %s", role, entry).isNotIn(401, 403);
      } else {
        assertThat(answer.status()).as("%s %s", role, entry).isEqualTo(403);
      }
    }
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    for (var entry : table.entries()) {
      var path = entry.path().replace("*", "x");
      var answer =
          entry.method().equals(HttpMethod.GET) ? rest.get(path) : rest.post(path, Map.of());
      assertThat(answer.status()).as("%s", entry).isEqualTo(401);
    }
  }

  @Test
  void aLiaisonSeesAndHandlesTheOwnUnitAlone() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var own = rest.asLiaisonOf("zjj", DENGKOU);
    var list = own.get("/api/v1/duties?size=500&warningId=" + warning.id).json();
    assertThat(units(list)).containsExactly("zjj");
    assertThat(list.path("total").asInt()).isEqualTo(list.path("items").size());
    assertThat(own.get("/api/v1/duties?unit=gaj").status()).isEqualTo(403);
    assertThat(
            own.get("/api/v1/units?jurisdiction=" + DENGKOU)
                .json()
                .path("units")
                .valueStream()
                .map(unit -> unit.path("code").asString()))
        .containsExactly("zjj");

    var other =
        "/api/v1/duties/" + duties(warning.id, "&unit=gaj").getFirst().path("id").asString();
    assertThat(own.get(other).status()).isEqualTo(403);
    for (var act :
        Map.of(
                "/accept", Map.of(),
                "/progress", Map.of("text", "好"),
                "/complete", Map.of("evidence", "好"))
            .entrySet()) {
      var answer = own.ifMatch(1).post(other + act.getKey(), act.getValue());
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(own.get(other).json().path("detail").asString()).contains("gaj");
  }

  @ParameterizedTest
  @CsvSource({"150822,200,1", "150800,200,1", "*,200,1", "652300,403,0", "652301,403,0"})
  void aJurisdictionSeesItsOwnAndAPrefectureItsCounties(String ofCaller, int status, int atLeast) {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var id = duties(warning.id, "").getFirst().path("id").asString();
    var caller = rest.as(Role.OFFICE, "zhao", ofCaller);

    assertThat(caller.get("/api/v1/duties/" + id).status()).isEqualTo(status);
    assertThat(caller.get("/api/v1/duties?jurisdiction=" + DENGKOU).status()).isEqualTo(status);
    assertThat(caller.get("/api/v1/units?jurisdiction=" + DENGKOU).status()).isEqualTo(status);
    var seen = caller.get("/api/v1/duties?warningId=" + warning.id).json().path("items");
    assertThat(seen.size()).isGreaterThanOrEqualTo(atLeast);
    if (atLeast == 0) {
      assertThat(seen).isEmpty();
    }
    var returned =
        caller.ifMatch(1).post("/api/v1/duties/" + id + "/return", Map.of("reason", "重做"));
    assertThat(returned.status()).isEqualTo(status == 200 ? 409 : 403);
  }

  @Test
  void aLiaisonOfTheSameUnitElsewhereMayNot() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var id = duties(warning.id, "&unit=zjj").getFirst().path("id").asString();
    var elsewhere = rest.asLiaisonOf("zjj", CHANGJI);
    assertThat(elsewhere.ifMatch(1).post("/api/v1/duties/" + id + "/accept", null).status())
        .isEqualTo(403);
    assertThat(elsewhere.post("/api/v1/duties/accept", Map.of("warningId", warning.id)).status())
        .isEqualTo(403);
    assertThat(elsewhere.get("/api/v1/duties?warningId=" + warning.id).json().path("items"))
        .isEmpty();
  }

  @Test
  void aLiaisonWithoutAUnitMayDoNothing() {
    Rest nobodys = rest.withToken(TestTokens.of(Role.LIAISON, "wang", "*", null));
    assertThat(nobodys.get("/api/v1/duties").status()).isEqualTo(403);
    assertThat(
            nobodys.post("/api/v1/duties/accept", Map.of("warningId", UUID.randomUUID())).status())
        .isEqualTo(403);
  }

  private static Set<String> units(JsonNode list) {
    return list.path("items")
        .valueStream()
        .map(duty -> duty.path("unit").asString())
        .collect(Collectors.toSet());
  }
}
