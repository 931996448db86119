package lantian.tasking;

import lantian.testing.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class EndpointsTest extends TaskingTest {
  @Autowired ApplicationContext service;

  @Test
  void everyEndpointHasItsRolesAndStandsInTheDocuments() {
    EndpointTable.of(service).mustBe("tasking-service");
  }
}
