package lantian.tasking.unit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.duty.DutyOverview;
import lantian.tasking.duty.UnitLoad;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.Plans;
import lantian.tasking.plan.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units of a jurisdiction's plan, each with its load under every warning. */
@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "units", description = "成员单位 / the units of a plan")
class UnitController {
  private final Plans plans;
  private final DutyOverview overview;

  UnitController(Plans plans, DutyOverview overview) {
    this.plans = plans;
    this.overview = overview;
  }

  record UnitsView(String jurisdiction, String planVersion, List<UnitView> units) {}

  record UnitView(
      String code, String name, String nameEn, UnitKind kind, List<LoadView> warnings) {}

  /** {@code overdue}: of the open ones; {@code everOverdue}: whether or not done later. */
  record LoadView(UUID warningId, long open, long overdue, long completed, long everOverdue) {}

  @GetMapping
  @Operation(summary = "预案各单位及其任务量 / a plan's units and their load; a liaison's own alone")
  UnitsView units(
      Caller caller,
      @RequestParam String jurisdiction,
      @RequestParam(required = false) @Nullable UUID warningId) {
    var plan =
        plans
            .of(jurisdiction)
            .orElseThrow(
                () -> Problem.of(ProblemType.NOT_FOUND, "tasking.plan-unknown", jurisdiction));
    caller.requireJurisdiction(jurisdiction, jurisdiction.substring(0, 4) + "00");
    var loads =
        overview.loads(jurisdiction, warningId).stream()
            .collect(Collectors.groupingBy(UnitLoad::unit));
    return new UnitsView(
        jurisdiction,
        plan.version(),
        plan.units().stream()
            .filter(unit -> !caller.hasOnly(Role.LIAISON) || unit.code().equals(caller.unit()))
            .map(unit -> view(unit, loads.getOrDefault(unit.code(), List.of())))
            .toList());
  }

  private static UnitView view(PlanUnit unit, List<UnitLoad> loads) {
    return new UnitView(
        unit.code(),
        unit.name().zh(),
        unit.name().en(),
        unit.kind(),
        loads.stream()
            .map(
                load ->
                    new LoadView(
                        load.warning(),
                        load.open(),
                        load.overdue(),
                        load.completed(),
                        load.everOverdue()))
            .toList());
  }
}
