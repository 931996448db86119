package lantian.reporting;

import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The house rules in this service. */
class HouseRulesTest {

  @Test
  void theHouseRulesHold() {
    HouseRules.holdIn("lantian.reporting");
  }
}
