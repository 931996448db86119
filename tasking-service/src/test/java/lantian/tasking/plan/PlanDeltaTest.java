package lantian.tasking.plan;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.junit.jupiter.api.Test;

/** What a level change does to the duties of each unit. */
class PlanDeltaTest {
  private static final List<WarningLevel> ALL = List.of(YELLOW, ORANGE, RED);

  private final Plan plan =
      new Plan(
          "999999",
          text("试验县预案"),
          "999999@1",
          text("试验清单"),
          new EvaluationReport("bgs.report", "bgs", new Deadline.WorkingDays(5), List.of(), false),
          List.of(
              unit(
                  "bgs",
                  inForce("bgs.summary", ALL, Map.of(), Response.values()),
                  afterLift("bgs.report")),
              unit(
                  "jyj",
                  inForce(
                      "jyj.schools",
                      ALL,
                      Map.of(YELLOW, text("少"), ORANGE, text("停"), RED, text("弹性停课")),
                      Response.values())),
              unit(
                  "zjj",
                  inForce(
                      "zjj.dust",
                      ALL,
                      Map.of(YELLOW, text("减"), ORANGE, text("停")),
                      Response.COLOURED),
                  inForce("zjj.machines", List.of(ORANGE, RED), Map.of(), Response.COLOURED),
                  standing("zjj.list"))));

  @Test
  void aFirstWarningAddsWhatHoldsAtItsLevel() {
    assertThat(deltas(NONE, YELLOW))
        .isEqualTo(
            Map.of(
                "bgs.summary", DutyDelta.ADDED,
                "jyj.schools", DutyDelta.ADDED,
                "zjj.dust", DutyDelta.ADDED));
  }

  @Test
  void anUpgradeKeepsTightensAndAdds() {
    assertThat(deltas(YELLOW, ORANGE))
        .isEqualTo(
            Map.of(
                "bgs.summary", DutyDelta.KEPT,
                "jyj.schools", DutyDelta.TIGHTENED,
                "zjj.dust", DutyDelta.TIGHTENED,
                "zjj.machines", DutyDelta.ADDED));
  }

  @Test
  void whereALevelHasNoMeasureOfItsOwnTheLowerOneHoldsAndTheDutyIsKept() {
    assertThat(deltas(ORANGE, RED))
        .containsEntry("zjj.dust", DutyDelta.KEPT)
        .containsEntry("jyj.schools", DutyDelta.TIGHTENED);
  }

  @Test
  void aDowngradeEasesAndWithdraws() {
    assertThat(deltas(RED, YELLOW))
        .isEqualTo(
            Map.of(
                "bgs.summary", DutyDelta.KEPT,
                "jyj.schools", DutyDelta.EASED,
                "zjj.dust", DutyDelta.EASED,
                "zjj.machines", DutyDelta.WITHDRAWN));
  }

  @Test
  void anExtensionKeepsEverything() {
    assertThat(deltas(RED, RED)).hasSize(4).containsValue(DutyDelta.KEPT);
    assertThat(deltas(RED, RED).values()).containsOnly(DutyDelta.KEPT);
  }

  @Test
  void aLiftWithdrawsWhatWasInForceAndAddsWhatFollows() {
    assertThat(deltas(YELLOW, NONE))
        .isEqualTo(
            Map.of(
                "bgs.summary", DutyDelta.WITHDRAWN,
                "bgs.report", DutyDelta.ADDED,
                "jyj.schools", DutyDelta.WITHDRAWN,
                "zjj.dust", DutyDelta.WITHDRAWN));
  }

  @Test
  void nothingFollowsACancelledWarning() {
    PlanDelta delta = PlanDelta.cancelling(plan.units(), YELLOW, Response.COLOURED);
    assertThat(deltas(delta)).doesNotContainKey("bgs.report").hasSize(3);
    assertThat(deltas(delta).values()).containsOnly(DutyDelta.WITHDRAWN);
  }

  @Test
  void aNewWarningLeavesTheReportOfAnEarlierOneAlone() {
    assertThat(deltas(NONE, RED)).doesNotContainKey("bgs.report");
  }

  @Test
  void nothingChangesBetweenNoneAndNone() {
    assertThat(PlanDelta.between(plan.units(), NONE, NONE, Response.COLOURED).units()).isEmpty();
  }

  @Test
  void anotherResponseAtTheSameLevelAddsAndWithdraws() {
    PlanDelta toColoured =
        PlanDelta.between(plan.units(), ORANGE, Response.HEALTH_NOTICE, ORANGE, Response.COLOURED);
    assertThat(deltas(toColoured))
        .containsEntry("jyj.schools", DutyDelta.KEPT)
        .containsEntry("zjj.dust", DutyDelta.ADDED);
    PlanDelta toNotice =
        PlanDelta.between(plan.units(), ORANGE, Response.COLOURED, ORANGE, Response.HEALTH_NOTICE);
    assertThat(deltas(toNotice)).containsEntry("zjj.dust", DutyDelta.WITHDRAWN);
  }

  @Test
  void theMeasureBeforeAndAfterIsGivenBeside() {
    PlanDelta delta = PlanDelta.between(plan.units(), YELLOW, ORANGE, Response.COLOURED);
    assertThat(delta.of("jyj").orElseThrow().duties())
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.measureBefore()).isEqualTo(text("少"));
              assertThat(duty.measureAfter()).isEqualTo(text("停"));
            });
  }

  @Test
  void unitsWithNothingToDoAreLeftOut() {
    PlanDelta delta = PlanDelta.between(plan.units(), NONE, YELLOW, Response.HEALTH_NOTICE);
    assertThat(delta.units()).extracting(each -> each.unit().code()).containsExactly("bgs", "jyj");
    assertThat(delta.of("zjj")).isEmpty();
  }

  private Map<String, DutyDelta> deltas(WarningLevel before, WarningLevel after) {
    return deltas(PlanDelta.between(plan.units(), before, after, Response.COLOURED));
  }

  private static Map<String, DutyDelta> deltas(PlanDelta delta) {
    Map<String, DutyDelta> result = new LinkedHashMap<>();
    delta
        .units()
        .forEach(
            unit -> unit.duties().forEach(each -> result.put(each.duty().code(), each.delta())));
    return result;
  }

  private static Text text(String zh) {
    return new Text(zh, zh + " (en)");
  }

  private static PlanUnit unit(String code, PlannedDuty... duties) {
    return new PlanUnit(code, text(code), UnitKind.DEPARTMENT, List.of(duties));
  }

  private static PlannedDuty inForce(
      String code,
      List<WarningLevel> levels,
      Map<WarningLevel, Text> measures,
      Response... responses) {
    return new PlannedDuty(
        code,
        text(code),
        DutyPhase.IN_FORCE,
        new LinkedHashSet<>(levels),
        new LinkedHashSet<>(List.of(responses)),
        DutyKind.ACTION,
        Cadence.ONCE,
        new Deadline.After(Duration.ofHours(2)),
        null,
        List.of(),
        measures,
        "test#1/1",
        true);
  }

  private static PlannedDuty afterLift(String code) {
    return new PlannedDuty(
        code,
        text(code),
        DutyPhase.AFTER_LIFT,
        new LinkedHashSet<>(),
        new LinkedHashSet<>(List.of(Response.values())),
        DutyKind.ACTION,
        Cadence.ONCE,
        new Deadline.WorkingDays(5),
        null,
        List.of(),
        Map.of(),
        "test#1/2",
        false);
  }

  private static PlannedDuty standing(String code) {
    return new PlannedDuty(
        code,
        text(code),
        DutyPhase.STANDING,
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        DutyKind.ACTION,
        Cadence.PERIODIC,
        null,
        null,
        List.of(),
        Map.of(),
        "test#1/3",
        false);
  }
}
