package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import lantian.testing.EndpointAccess;
import lantian.testing.EndpointTable;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;

@OnSampleService
class ListingEndpointsTest {
  @Autowired ApplicationContext service;
  @Autowired Rest rest;

  @Test
  void everyEndpointIsListedWithItsRoles() {
    assertThat(EndpointTable.of(service).markdown("sample-service"))
        .contains("| POST | `/api/v1/samples` | monitoring | honoured |")
        .contains("| POST | `/api/v1/changes` | office | honoured |")
        .contains(
            "| POST | `/api/v1/keys` | office | honoured; a repeat lacks `/more/secret`, `/secret` |")
        .contains("| POST | `/api/v1/questions` | office |  |")
        .contains("| GET | `/api/v1/me` | any role |  |")
        .doesNotContain("/actuator", "/local/clock", "/v3/api-docs");
  }

  @Test
  void anEndpointThatIsNotInTheTableOfRolesIsAnObjection() {
    assertThat(EndpointTable.of(service).objections())
        .containsExactly("GET /api/v1/unlisted is mapped but not in the table of roles");
    assertThatThrownBy(() -> EndpointTable.of(service).mustBe("sample-service"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/api/v1/unlisted");
  }

  @Test
  void whoIsListedGetsInAndNobodyElseDoes() {
    var asked = EndpointAccess.mustBe(service.getBean(EndpointRoles.class), rest);
    assertThat(asked).isGreaterThanOrEqualTo(14 * 4 * (1 + Role.values().length));
  }

  @Test
  void aTableThatTheServiceDoesNotKeepIsAnObjection() {
    var wrong =
        EndpointRoles.table()
            .getByAnyRole("/api/v1/me")
            .post("/api/v1/changes", Role.OFFICE, Role.EXPERTS)
            .post("/api/v1/notes", Role.OFFICE)
            .post("/api/v1/samples", Role.MONITORING)
            .post("/api/v1/questions", Role.OFFICE);
    assertThatThrownBy(() -> EndpointAccess.mustBe(wrong, rest))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            """
            POST /api/v1/changes by experts: 403, but the table says let in
            POST /api/v1/notes by liaison: 422, but the table says refused""");
  }

  @Test
  void aLineOfTheTableThatLeadsNowhereIsAnObjection() {
    try (var elsewhere = new StaticApplicationContext()) {
      elsewhere
          .getBeanFactory()
          .registerSingleton(
              "endpointRoles", EndpointRoles.table().get("/api/v1/gone", Role.OFFICE));
      elsewhere
          .getBeanFactory()
          .registerSingleton(
              "requestMappingHandlerMapping", service.getBean("requestMappingHandlerMapping"));
      elsewhere.refresh();

      assertThat(EndpointTable.of(elsewhere).objections())
          .contains("GET /api/v1/gone is in the table of roles but not mapped");
    }
  }
}
