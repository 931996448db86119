package lantian.tasking.fanout;

import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.EvaluationReport;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.Plans;
import lantian.tasking.plan.UnitKind;
import org.springframework.context.annotation.Primary;

/**
 * Plans of as many units as a test wants, each with the same duties: works and transport at every
 * level, stricter at red; a daily report from orange on; patrol and stop at red; a report after the
 * lift.
 */
@Primary
final class SyntheticPlans implements Plans {
  static final String SMALL = "990001";
  static final String OTHER = "990002";
  static final String LARGE = "990003";
  static final int UNITS_OF_LARGE = 10_000;

  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  SyntheticPlans() {
    reset();
  }

  void reset() {
    use(plan(SMALL, 1, IntStream.range(0, 10).toArray()));
    use(plan(OTHER, 1, IntStream.range(0, 10).toArray()));
    if (!plans.containsKey(LARGE)) {
      use(plan(LARGE, 1, IntStream.range(0, UNITS_OF_LARGE).toArray()));
    }
  }

  void use(Plan plan) {
    plans.put(plan.jurisdiction(), plan);
  }

  @Override
  public Optional<Plan> of(String jurisdiction) {
    return Optional.ofNullable(plans.get(jurisdiction));
  }

  @Override
  public List<Plan> all() {
    return List.copyOf(plans.values());
  }

  static String code(int unit) {
    return "u%05d".formatted(unit);
  }

  static Plan plan(String jurisdiction, int version, int... units) {
    return new Plan(
        jurisdiction,
        new Text("预案", "Plan"),
        jurisdiction + "@" + version,
        new Text("清单", "List"),
        new EvaluationReport(
            code(units[0]) + ".evaluation",
            code(units[0]),
            new Deadline.WorkingDays(5),
            List.of(),
            false),
        Arrays.stream(units).mapToObj(SyntheticPlans::unit).toList());
  }

  private static PlanUnit unit(int number) {
    var code = code(number);
    var stricter =
        Map.of(YELLOW, new Text("停土石方", "No earthworks"), RED, new Text("全停", "All works stop"));
    var soon = new Deadline.After(Duration.ofHours(4));
    return new PlanUnit(
        code,
        new Text("企业 " + number, "Firm " + number),
        UnitKind.DEPARTMENT,
        List.of(
            duty(code + ".works", Cadence.ONCE, soon, stricter, YELLOW, ORANGE, RED),
            duty(code + ".transport", Cadence.ONCE, soon, Map.of(), YELLOW, ORANGE, RED),
            duty(
                code + ".daily",
                Cadence.DAILY,
                new Deadline.TimeOfDay(LocalTime.of(17, 0)),
                Map.of(),
                ORANGE,
                RED),
            duty(code + ".patrol", Cadence.ONCE, soon, Map.of(), RED),
            duty(code + ".stop", Cadence.ONCE, soon, Map.of(), RED),
            duty(code + ".evaluation", Cadence.ONCE, new Deadline.WorkingDays(5), Map.of())));
  }

  private static PlannedDuty duty(
      String code,
      Cadence cadence,
      Deadline deadline,
      Map<WarningLevel, Text> measures,
      WarningLevel... levels) {
    return new PlannedDuty(
        code,
        new Text("按照操作方案落实减排措施", "Carry out the reduction measures of the operating plan"),
        levels.length == 0 ? DutyPhase.AFTER_LIFT : DutyPhase.IN_FORCE,
        new LinkedHashSet<>(Arrays.asList(levels)),
        new LinkedHashSet<>(List.of(Response.COLOURED)),
        DutyKind.ACTION,
        cadence,
        deadline,
        null,
        List.of(),
        measures,
        "dengkou#15/3",
        false);
  }
}
