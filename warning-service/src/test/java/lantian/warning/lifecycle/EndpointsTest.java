package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.kit.security.EndpointRoles;
import lantian.testing.EndpointAccess;
import lantian.testing.EndpointDescriptions;
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

  @Test
  void whoIsListedGetsInAndNobodyElseDoes() {
    assertThat(EndpointAccess.mustBe(service.getBean(EndpointRoles.class), rest)).isPositive();
  }

  @Test
  void everyEndpointIsDescribedInBothLanguages() {
    assertThat(EndpointDescriptions.mustBeWhole(service)).isPositive();
  }
}
