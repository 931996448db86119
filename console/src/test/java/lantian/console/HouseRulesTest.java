package lantian.console;

import lantian.testing.HouseRule;
import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theConsoleKeepsTheHouseRules() {
    HouseRules.in("lantian.console")
        .withMachineRoom("issuer", "it sets up Spring Security's authorization server")
        .withMachineRoom("page", "it holds what all pages need of Spring MVC and Security")
        .without(
            HouseRule.NO_CLOCK_OF_ITS_OWN,
            "the console has no business time; a page says when it was read")
        .hold();
  }
}
