package lantian.tasking.duty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.duty.Assignment;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.DutyId;
import lantian.tasking.duty.Outcome;
import lantian.tasking.duty.WorkingOnDuty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What liaisons do with the duties of their unit, and inspectors with what was reported done. */
@RestController
@RequestMapping("/api/v1/duties/{id}")
@Tag(name = "duties", description = "单位职责任务 / the duties of units")
class DutyController {
  private final Duties duties;
  private final WorkingOnDuty working;
  private final Clock clock;

  DutyController(Duties duties, WorkingOnDuty working, Clock clock) {
    this.duties = duties;
    this.working = working;
    this.clock = clock;
  }

  record ProgressRequest(@Nullable String text) {}

  record CompletionRequest(@Nullable String evidence) {}

  record ReturnRequest(@Nullable String reason) {}

  @PostMapping("/accept")
  @Operation(summary = "联络员接收任务 / a liaison takes a duty on")
  ResponseEntity<DutyView> accept(Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
    var duty = find(id);
    new Reach(caller).requireOwnUnit(duty.what());
    return answer(
        expected, duty.id(), working.accept(duty.id(), expected.value(), caller.subject(), now()));
  }

  @PostMapping("/progress")
  @Operation(summary = "报告进展 / progress, in the unit's own words")
  ResponseEntity<DutyView> report(
      Caller caller,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestBody ProgressRequest request) {
    var duty = find(id);
    new Reach(caller).requireOwnUnit(duty.what());
    var text = WrittenText.required("/text", request.text());
    return answer(
        expected,
        duty.id(),
        working.report(duty.id(), expected.value(), caller.subject(), now(), text));
  }

  @PostMapping("/complete")
  @Operation(summary = "报告完成并附佐证 / done, with evidence; late is allowed and marked")
  ResponseEntity<DutyView> complete(
      Caller caller,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestBody CompletionRequest request) {
    var duty = find(id);
    new Reach(caller).requireOwnUnit(duty.what());
    var evidence = WrittenText.required("/evidence", request.evidence());
    return answer(
        expected,
        duty.id(),
        working.complete(duty.id(), expected.value(), caller.subject(), now(), evidence));
  }

  @PostMapping("/return")
  @Operation(summary = "办公室或督导组退回重做 / office or inspectors send it back for rework")
  ResponseEntity<DutyView> sendBack(
      Caller caller,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestBody ReturnRequest request) {
    var duty = find(id);
    caller.requireAnyRole(Role.OFFICE, Role.SUPERVISION);
    new Reach(caller).requireJurisdiction(duty.what().jurisdiction());
    var reason = WrittenText.required("/reason", request.reason());
    return answer(
        expected,
        duty.id(),
        working.sendBack(duty.id(), expected.value(), caller.subject(), now(), reason));
  }

  private record Found(DutyId id, Assignment what) {}

  /** Whose duty it is and what it asks for never change, so they can be read beforehand. */
  private Found find(UUID id) {
    return duties
        .find(new DutyId(id))
        .map(duty -> new Found(duty.id(), duty.assignment()))
        .orElseThrow(() -> unknown(id));
  }

  private static ResponseEntity<DutyView> answer(
      ExpectedVersion expected, DutyId id, java.util.Optional<Outcome> outcome) {
    return switch (outcome.orElseThrow(() -> unknown(id.value()))) {
      case Outcome.Done(var duty, _) ->
          ResponseEntity.ok().eTag(ExpectedVersion.etag(duty.version())).body(DutyView.of(duty));
      case Outcome.Refused(var duty, var reason) ->
          throw switch (reason) {
            case STALE ->
                Problem.of(
                    ProblemType.STALE_VERSION,
                    "kit.stale-version",
                    expected.value(),
                    duty.version());
            case ALREADY_ACCEPTED -> wrongState("tasking.duty-already-accepted");
            case ALREADY_COMPLETED -> wrongState("tasking.duty-already-completed");
            case WITHDRAWN -> wrongState("tasking.duty-withdrawn");
            case REPLACED -> wrongState("tasking.duty-replaced");
            case NOT_COMPLETED -> wrongState("tasking.duty-not-completed");
            case NO_LONGER_ASKED -> wrongState("tasking.duty-no-longer-asked");
          };
    };
  }

  private static Problem wrongState(String message) {
    return Problem.of(ProblemType.WRONG_STATE, message);
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "tasking.duty-unknown", id);
  }

  /** Business time, as finely as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
