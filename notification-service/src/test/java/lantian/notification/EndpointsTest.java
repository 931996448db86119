package lantian.notification;

import lantian.testing.EndpointTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnNotificationService
class EndpointsTest {
  @Autowired ApplicationContext service;

  @Test
  void everyEndpointHasItsRolesAndStandsInTheDocuments() {
    EndpointTable.of(service).mustBe("notification-service");
  }
}
