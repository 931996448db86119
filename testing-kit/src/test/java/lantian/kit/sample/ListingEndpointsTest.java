package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import lantian.testing.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;

@OnSampleService
class ListingEndpointsTest {
  @Autowired ApplicationContext service;

  @Test
  void everyEndpointIsListedWithItsRoles() {
    assertThat(EndpointTable.of(service).markdown("sample-service"))
        .contains("| POST | `/api/v1/samples` | monitoring |")
        .contains("| POST | `/api/v1/changes` | office |")
        .contains("| GET | `/api/v1/me` | any role |")
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
