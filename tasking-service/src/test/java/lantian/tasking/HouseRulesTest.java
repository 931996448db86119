package lantian.tasking;

import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theServiceKeepsTheHouseRules() {
    HouseRules.holdIn("lantian.tasking");
  }
}
