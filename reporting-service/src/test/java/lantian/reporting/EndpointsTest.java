package lantian.reporting;

import lantian.testing.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The table of endpoints and roles, held to the running service. */
@OnReportingService
class EndpointsTest {
  @Autowired ApplicationContext service;

  @Test
  void everyEndpointHasItsRolesAndStandsInTheDocuments() {
    EndpointTable.of(service).mustBe("reporting-service");
  }
}
