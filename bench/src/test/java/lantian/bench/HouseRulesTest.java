package lantian.bench;

import lantian.testing.HouseRule;
import lantian.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theBenchesKeepTheHouseRulesThatConcernThem() {
    var nothingToHide = "it has no features with adapters, only measurements";
    HouseRules.in("lantian.bench")
        .without(HouseRule.DOMAIN_STANDS_ALONE, nothingToHide)
        .without(HouseRule.ADAPTERS_ARE_HIDDEN, nothingToHide)
        .without(HouseRule.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, nothingToHide)
        .without(HouseRule.USE_CASES_OWN_THE_TRANSACTION, nothingToHide)
        .without(HouseRule.SERVICES_DO_NOT_KNOW_EACH_OTHER, "it measures all of them")
        .without(HouseRule.SQL_STAYS_IN_PERSISTENCE, "the limit of a database is measured in SQL")
        .without(HouseRule.NO_CLOCK_OF_ITS_OWN, "it measures the machine's time")
        .without(HouseRule.PACKAGES_ARE_NULL_MARKED, "JMH writes a package of its own")
        .without(HouseRule.NO_CHANCE, "each round has a warning of its own, by a random id")
        .hold();
  }
}
