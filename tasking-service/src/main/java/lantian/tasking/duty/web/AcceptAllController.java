package lantian.tasking.duty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.duty.AcceptingDuties;
import lantian.tasking.duty.DutyOverview;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All of a unit's duties under a warning, taken on in one act. */
@RestController
@RequestMapping("/api/v1/duties/accept")
@Tag(name = "duties", description = "单位职责任务 / the duties of units")
class AcceptAllController {
  private final DutyOverview overview;
  private final AcceptingDuties accepting;
  private final Clock clock;

  AcceptAllController(DutyOverview overview, AcceptingDuties accepting, Clock clock) {
    this.overview = overview;
    this.accepting = accepting;
    this.clock = clock;
  }

  record AcceptAllRequest(@Nullable UUID warningId) {}

  /** How many were not accepted before. */
  record AcceptedView(int accepted) {}

  @PostMapping
  @Operation(summary = "一次接收本单位在某预警下的全部任务 / a liaison takes on all the unit's duties")
  AcceptedView acceptAll(Caller caller, @RequestBody AcceptAllRequest request) {
    var reach = new Reach(caller);
    var unit = reach.ownUnit();
    var warning = request.warningId();
    if (warning == null) {
      throw Problem.invalid(FieldError.at("/warningId", "required"));
    }
    var jurisdiction =
        overview
            .jurisdictionOf(warning)
            .orElseThrow(
                () -> Problem.of(ProblemType.NOT_FOUND, "tasking.warning-unknown", warning));
    reach.requireJurisdiction(jurisdiction);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new AcceptedView(
        accepting.acceptAll(warning, jurisdiction, unit, caller.subject(), now));
  }
}
