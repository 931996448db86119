package lantian.local;

import lantian.testing.HouseRule;
import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void thePlatformKeepsTheHouseRulesThatConcernIt() {
    var nothingToHide = "it has no features with adapters, only commands and machinery";
    HouseRules.in("lantian.local")
        .without(HouseRule.DOMAIN_STANDS_ALONE, nothingToHide)
        .without(HouseRule.ADAPTERS_ARE_HIDDEN, nothingToHide)
        .without(HouseRule.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, nothingToHide)
        .without(HouseRule.USE_CASES_OWN_THE_TRANSACTION, nothingToHide)
        .without(HouseRule.SERVICES_DO_NOT_KNOW_EACH_OTHER, "it is the one that sees them all")
        .without(HouseRule.SQL_STAYS_IN_PERSISTENCE, "it makes the roles and the database")
        .without(HouseRule.NO_CLOCK_OF_ITS_OWN, "starting, stopping and waiting are machine time")
        .hold();
  }

  @Test
  void theConsoleKeepsTheHouseRules() {
    HouseRules.in("lantian.console")
        .withMachineRoom("issuer", "sets up the authorization server")
        .withMachineRoom("page", "sets up languages and access of the pages")
        .without(HouseRule.NO_CLOCK_OF_ITS_OWN, "it has no kit: PageClock gives it the clock")
        .hold();
  }
}
