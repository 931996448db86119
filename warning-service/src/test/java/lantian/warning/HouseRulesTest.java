package lantian.warning;

import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The house rules in this service. */
class HouseRulesTest {

  @Test
  void theHouseRulesHold() {
    HouseRules.in("lantian.warning")
        .withMachineRoom("datafile", "reads the rules' data files for the features' file packages")
        .hold();
  }
}
