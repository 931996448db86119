package lantian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import lantian.broken.chance.DrawsLots;
import lantian.broken.clock.OwnsClock;
import lantian.broken.clock.ReadsDate;
import lantian.broken.clock.ReadsInstant;
import lantian.broken.clock.ReadsMillis;
import lantian.broken.domain.JsonDuty;
import lantian.broken.foreign.KnowsNeighbour;
import lantian.broken.injected.Injected;
import lantian.broken.shown.web.ShownController;
import lantian.broken.unmarked.Unmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("lantian.broken", "lantian.neighbour");
  private static final JavaClasses SOUND = new ClassFileImporter().importPackages("lantian.sound");

  @ParameterizedTest
  @EnumSource
  void aServiceThatKeepsTheRulePasses(HouseRule rule) {
    assertThatCode(() -> rule.in("lantian.sound", Set.of()).allowEmptyShould(false).check(SOUND))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatBreaksTheRuleIsToldWhatToDoInstead(HouseRule rule) {
    assertThatThrownBy(() -> check(rule)).hasMessageContaining("because");
  }

  @ParameterizedTest
  @EnumSource
  void aRuleThatFindsNothingToCheckFails(HouseRule rule) {
    assertThatThrownBy(
            () -> rule.in("lantian.nowhere", Set.of()).allowEmptyShould(false).check(SOUND))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void theDomainStandsAlone() {
    bites(HouseRule.DOMAIN_STANDS_ALONE, JsonDuty.class.getName());
  }

  @Test
  void aMachineRoomNeedsNotStandAlone() {
    assertThatCode(
            () ->
                HouseRule.DOMAIN_STANDS_ALONE
                    .in("lantian.broken", Set.of("domain", "injected", "foreign"))
                    .check(BROKEN))
        .doesNotThrowAnyException();
  }

  @Test
  void adaptersAreHidden() {
    bites(HouseRule.ADAPTERS_ARE_HIDDEN, ShownController.class.getName());
    assertThat(objectionsOf(HouseRule.ADAPTERS_ARE_HIDDEN)).doesNotContain("EntangledDuties");
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    bites(HouseRule.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, "EntangledController");
  }

  @Test
  void featuresFormNoCircle() {
    bites(HouseRule.FEATURES_FORM_NO_CIRCLE, "egg", "hen");
  }

  @ParameterizedTest
  @ValueSource(classes = {ReadsInstant.class, ReadsDate.class, ReadsMillis.class, OwnsClock.class})
  void nobodyHasAClockOfItsOwn(Class<?> reader) {
    bites(HouseRule.NO_CLOCK_OF_ITS_OWN, reader.getName());
  }

  @Test
  void aMethodReferenceToTheClockIsFoundAsWell() {
    bites(HouseRule.NO_CLOCK_OF_ITS_OWN, ReadsDate.class.getName() + ".later()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "share", "other"})
  void nothingIsLeftToChance(String method) {
    bites(HouseRule.NO_CHANCE, DrawsLots.class.getName() + "." + method + "()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Impl", "Manager", "Helper", "Util", "Utils", "DTO", "Dto", "VM"})
  void namesSayWhatAThingIs(String ending) {
    bites(HouseRule.NAMES_SAY_WHAT_IT_IS, "lantian.broken.name.Duty" + ending + ">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "dto", "mapper", "config", "common", "util"})
  void packagesAreIdeas(String word) {
    bites(HouseRule.PACKAGES_ARE_IDEAS, "lantian.broken.word." + word + ".");
  }

  @Test
  void noFieldIsInjected() {
    bites(HouseRule.NO_FIELD_INJECTION, Injected.class.getName() + ".need");
  }

  @Test
  void everyPackageIsNullMarked() {
    bites(HouseRule.PACKAGES_ARE_NULL_MARKED, Unmarked.class.getPackageName());
    assertThat(objectionsOf(HouseRule.PACKAGES_ARE_NULL_MARKED)).doesNotContain("broken.hen");
  }

  @Test
  void servicesDoNotKnowEachOther() {
    bites(HouseRule.SERVICES_DO_NOT_KNOW_EACH_OTHER, KnowsNeighbour.class.getName());
  }

  @Test
  void sqlStaysInPersistence() {
    bites(HouseRule.SQL_STAYS_IN_PERSISTENCE, "lantian.broken.sql.messaging.WritesSql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TransactionController", "TransactionMethodController.change()"})
  void useCasesOwnTheTransaction(String where) {
    bites(HouseRule.USE_CASES_OWN_THE_TRANSACTION, where + " is @Transactional");
  }

  @Test
  void allRulesOfAServiceAreCheckedAndTheirObjectionsToldTogether() {
    assertThatThrownBy(() -> HouseRules.in("lantian.broken").check(BROKEN))
        .satisfies(
            objections ->
                assertThat(HouseRule.values())
                    .allSatisfy(rule -> assertThat(objections).hasMessageContaining(rule + ": ")));
    assertThatCode(() -> HouseRules.in("lantian.sound").check(SOUND)).doesNotThrowAnyException();
  }

  @Test
  void aRuleIsLeftOutOnlyWithAReason() {
    var rules = HouseRules.in("lantian.broken");

    assertThatThrownBy(() -> rules.without(HouseRule.NO_CHANCE, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules.without(HouseRule.NO_CHANCE, "a game of dice").check(BROKEN))
        .satisfies(objections -> assertThat(objections.getMessage()).doesNotContain("NO_CHANCE: "));
  }

  private static void bites(HouseRule rule, String... where) {
    assertThat(objectionsOf(rule)).contains(where);
  }

  private static String objectionsOf(HouseRule rule) {
    return String.join(
        "\n", rule.in("lantian.broken", Set.of()).evaluate(BROKEN).getFailureReport().getDetails());
  }

  private static void check(HouseRule rule) {
    rule.in("lantian.broken", Set.of()).allowEmptyShould(false).check(BROKEN);
  }
}
