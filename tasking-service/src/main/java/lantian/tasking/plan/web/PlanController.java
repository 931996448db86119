package lantian.tasking.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.plan.Plans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plans, for anyone with a token. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans", description = "预案 / the plans")
class PlanController {
  private final Plans plans;

  PlanController(Plans plans) {
    this.plans = plans;
  }

  @GetMapping("/{jurisdiction}")
  @Operation(summary = "某行政区的预案：单位及其职责 / a jurisdiction's plan: its units and their duties")
  PlanView plan(@PathVariable String jurisdiction) {
    return plans
        .of(jurisdiction)
        .map(PlanView::of)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "tasking.plan-unknown", jurisdiction));
  }
}
