package lantian.warning.lifecycle;

import lantian.testing.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class EndpointsTest extends Lifecycle {
  @Autowired ApplicationContext service;

  @Test
  void everyEndpointHasItsRolesAndStandsInTheDocuments() {
    EndpointTable.of(service).mustBe("warning-service");
  }
}
