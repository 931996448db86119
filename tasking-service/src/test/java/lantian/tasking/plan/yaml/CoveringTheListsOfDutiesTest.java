package lantian.tasking.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.UnitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both lists of duties are taken in whole: each body, each statement, once. */
class CoveringTheListsOfDutiesTest {
  /** Statements in each of the 24 rows of 磴口县应急响应职责清单. */
  private static final int[] DENGKOU_ROWS = {
    2, 8, 5, 3, 9, 4, 5, 4, 2, 6, 7, 2, 4, 10, 6, 3, 3, 2, 3, 3, 1, 3, 2, 3
  };

  /** Items of sections one to three of 昌吉州's list, a statement each. */
  private static final int[] CHANGJI_ITEMS = {5, 13, 5};

  /** Statements in each of the 18 items of section four and the 4 of section five. */
  private static final int[] CHANGJI_MEMBERS = {
    1, 3, 2, 9, 3, 2, 4, 4, 1, 4, 7, 2, 8, 2, 4, 2, 1, 1
  };

  private static final int[] CHANGJI_GROUPS = {1, 1, 2, 2};

  private static final YamlPlans PLANS = new YamlPlans();

  static Stream<Plan> plans() {
    return PLANS.all().stream();
  }

  @Test
  void dengkouHasEachOfItsStatementsExactlyOnce() {
    List<String> clauses = new ArrayList<>();
    for (int row = 1; row <= DENGKOU_ROWS.length; row++) {
      statements(clauses, "dengkou#" + row, DENGKOU_ROWS[row - 1]);
    }
    assertThat(clauses).hasSize(100);
    assertThat(clausesOf(dengkou())).containsExactlyInAnyOrderElementsOf(clauses);
  }

  @Test
  void changjiHasEachOfItsStatementsExactlyOnce() {
    List<String> clauses = new ArrayList<>();
    String[] sections = {"一", "二", "三"};
    for (int section = 0; section < sections.length; section++) {
      for (int item = 1; item <= CHANGJI_ITEMS[section]; item++) {
        clauses.add("changji#" + sections[section] + "." + item);
      }
    }
    for (int item = 1; item <= CHANGJI_MEMBERS.length; item++) {
      statements(clauses, "changji#四." + item, CHANGJI_MEMBERS[item - 1]);
    }
    for (int item = 1; item <= CHANGJI_GROUPS.length; item++) {
      statements(clauses, "changji#五." + item, CHANGJI_GROUPS[item - 1]);
    }
    assertThat(clauses).hasSize(89);
    assertThat(clausesOf(changji())).containsExactlyInAnyOrderElementsOf(clauses);
  }

  @Test
  void eachRowOfDengkouIsAUnitOfItsOwn() {
    assertThat(dengkou().units()).hasSize(24);
    for (int row = 1; row <= 24; row++) {
      String prefix = "dengkou#" + row + "/";
      assertThat(dengkou().units().get(row - 1).duties())
          .allMatch(duty -> duty.clause().startsWith(prefix), "from row " + row);
    }
  }

  @Test
  void changjiHasItsBodiesItsMembersItsGroupsAndOneCollectiveUnit() {
    assertThat(changji().units()).hasSize(25);
    assertThat(changji().units())
        .extracting(PlanUnit::kind)
        .filteredOn(UnitKind.DEPARTMENT::equals)
        .hasSize(18);
    assertThat(changji().units())
        .extracting(PlanUnit::kind)
        .filteredOn(UnitKind.GROUP::equals)
        .hasSize(4);
    assertThat(changji().units())
        .filteredOn(unit -> unit.kind() == UnitKind.COLLECTIVE)
        .extracting(PlanUnit::code)
        .containsExactly("xsyq");
    for (PlanUnit unit : changji().units()) {
      Set<String> bodies = new HashSet<>();
      unit.duties()
          .forEach(
              duty ->
                  bodies.add(
                      duty.clause().matches(".*[四五].*")
                          ? duty.clause().replaceFirst("/.*", "")
                          : duty.clause().replaceFirst("\\..*", "")));
      assertThat(bodies).as("bodies of the list in unit " + unit.code()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyColouredWarningReachesEveryUnit(Plan plan) {
    for (WarningLevel level : List.of(WarningLevel.YELLOW, WarningLevel.ORANGE, WarningLevel.RED)) {
      assertThat(plan.dutiesFor(level, Response.COLOURED).keySet())
          .as("units at " + level)
          .containsExactlyElementsOf(plan.units());
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aHealthNoticeAsksForNewsHealthAndSchoolsButNotForShutDowns(Plan plan) {
    assertThat(dutyCodes(plan, Response.HEALTH_NOTICE))
        .contains("jyj.schools", "xxxcz.daily-bulletin")
        .doesNotContain("gaj.truck-bans", "gaj.traffic-control", "zjj.site-dust")
        .doesNotContain("zjj.dust-sources", "gxj.firm-measures", "ddjcz.daily-inspection");
    assertThat(dutyCodes(plan, Response.HEALTH_NOTICE_AND_SUPERVISION))
        .containsAll(dutyCodes(plan, Response.HEALTH_NOTICE))
        .containsAnyOf("sthjj.emission-supervision", "sthjj.monitoring-and-emissions");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void catchAllsAreStandbyAndReportsAreDueAfterTheLift(Plan plan) {
    List<PlannedDuty> duties = duties(plan);
    assertThat(duties)
        .filteredOn(duty -> duty.code().endsWith(".standby"))
        .isNotEmpty()
        .allMatch(duty -> duty.kind() == DutyKind.STANDBY);
    assertThat(duties)
        .filteredOn(duty -> duty.code().equals(plan.evaluationReport().duty()))
        .singleElement()
        .satisfies(duty -> assertThat(duty.phase()).isEqualTo(DutyPhase.AFTER_LIFT));
    assertThat(plan.evaluationReport().deadline().written()).isEqualTo("P5WD");
    assertThat(plan.evaluationReport().headings()).hasSize(7);
  }

  @Test
  void dengkousReportIsFromItsListAndChangjisIsInferred() {
    assertThat(dengkou().evaluationReport().inferred()).isFalse();
    assertThat(changji().evaluationReport().inferred()).isTrue();
    assertThat(duties(dengkou()))
        .filteredOn(duty -> duty.clause().equals("dengkou#3/3"))
        .singleElement()
        .satisfies(duty -> assertThat(duty.inferred()).isFalse());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void whereTheListIsSilentTheDutySaysSo(Plan plan) {
    assertThat(duties(plan))
        .filteredOn(duty -> duty.phase() == DutyPhase.IN_FORCE)
        .allMatch(PlannedDuty::inferred, "hours and levels are the usual ones");
    assertThat(duties(plan))
        .filteredOn(duty -> duty.phase() == DutyPhase.STANDING)
        .noneMatch(PlannedDuty::inferred);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void anEpisodeMakesHundredsOfDutiesAndNotThousands(Plan plan) {
    long daily = duties(plan).stream().filter(duty -> duty.cadence() == Cadence.DAILY).count();
    long once =
        duties(plan).stream()
            .filter(duty -> duty.holdsAt(WarningLevel.RED, Response.COLOURED))
            .filter(duty -> duty.cadence() == Cadence.ONCE)
            .count();
    assertThat(3 * once + 30 * daily).as("three warnings over thirty days").isBetween(250L, 500L);
  }

  @Test
  void dengkouInspectsEveryDayOfAWarning() {
    assertThat(duties(dengkou()))
        .filteredOn(duty -> duty.clause().equals("dengkou#6/1"))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.cadence()).isEqualTo(Cadence.DAILY);
              assertThat(duty.kind()).isEqualTo(DutyKind.INSPECTION);
              assertThat(duty.levels())
                  .containsExactly(WarningLevel.YELLOW, WarningLevel.ORANGE, WarningLevel.RED);
            });
  }

  @Test
  void anUnknownJurisdictionHasNoPlan() {
    assertThat(PLANS.of("110000")).isEmpty();
  }

  private static Plan dengkou() {
    return PLANS.of("150822").orElseThrow();
  }

  private static Plan changji() {
    return PLANS.of("652300").orElseThrow();
  }

  private static void statements(List<String> clauses, String item, int count) {
    for (int statement = 1; statement <= count; statement++) {
      clauses.add(item + "/" + statement);
    }
  }

  private static List<PlannedDuty> duties(Plan plan) {
    return plan.units().stream().flatMap(unit -> unit.duties().stream()).toList();
  }

  private static List<String> clausesOf(Plan plan) {
    return duties(plan).stream().map(PlannedDuty::clause).toList();
  }

  private static List<String> dutyCodes(Plan plan, Response response) {
    return plan.dutiesFor(WarningLevel.ORANGE, response).values().stream()
        .flatMap(List::stream)
        .map(PlannedDuty::code)
        .toList();
  }
}
