package lantian.notification;

import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theServiceKeepsTheHouseRules() {
    HouseRules.in("lantian.notification")
        .withMachineRoom(
            "sending", "threads, transactions and meters; what it decides stands in Delivery")
        .hold();
  }
}
