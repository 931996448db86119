package lantian.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.kit.security.EndpointRoles;
import lantian.testing.EndpointAccess;
import lantian.testing.EndpointDescriptions;
import lantian.testing.EndpointTable;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The table of endpoints and roles, held to the running service. */
@OnReportingService
class EndpointsTest {
  @Autowired ApplicationContext service;
  @Autowired Rest rest;

  @Test
  void everyEndpointHasItsRolesAndStandsInTheDocuments() {
    EndpointTable.of(service).mustBe("reporting-service");
  }

  @Test
  void whoIsListedGetsInAndNobodyElseDoes() {
    assertThat(EndpointAccess.mustBe(service.getBean(EndpointRoles.class), rest)).isPositive();
  }

  @Test
  void everyEndpointIsDescribedInBothLanguages() {
    assertThat(EndpointDescriptions.mustBeWhole(service)).isPositive();
  }
}
