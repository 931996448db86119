package lantian.tasking.duty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.DutyFilter;
import lantian.tasking.duty.DutyId;
import lantian.tasking.duty.DutyOverview;
import lantian.tasking.duty.DutyState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties to look at. */
@RestController
@RequestMapping("/api/v1/duties")
@Tag(name = "duties", description = "单位职责任务 / the duties of units")
class DutyListController {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;

  private final Duties duties;
  private final DutyOverview overview;

  DutyListController(Duties duties, DutyOverview overview) {
    this.duties = duties;
    this.overview = overview;
  }

  /** One page of a list; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<DutyView> items) {}

  @GetMapping
  @Operation(summary = "任务列表，联络员只见本单位 / duties, for a liaison those of the own unit")
  PageView list(
      Caller caller,
      @RequestParam(required = false) @Nullable Mode mode,
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable UUID warningId,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable DutyState state,
      @RequestParam(required = false) @Nullable Boolean overdue,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    requirePage(page, size);
    var reach = new Reach(caller);
    if (jurisdiction != null) {
      reach.requireJurisdiction(jurisdiction);
    }
    var filter =
        new DutyFilter(
            reach.leadingDigits(), mode, jurisdiction, warningId, reach.unit(unit), state, overdue);
    return new PageView(
        page,
        size,
        overview.count(filter),
        overview.list(filter, page, size).stream().map(DutyView::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一项任务及其经过 / one duty, with what happened to it")
  ResponseEntity<DutyWithStepsView> read(Caller caller, @PathVariable UUID id) {
    var duty =
        duties
            .find(new DutyId(id))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "tasking.duty-unknown", id));
    new Reach(caller).require(duty.assignment());
    return ResponseEntity.ok()
        .eTag(ExpectedVersion.etag(duty.version()))
        .body(DutyWithStepsView.of(duty, overview.stepsOf(duty.id())));
  }

  private static void requirePage(int page, int size) {
    var errors = new ArrayList<FieldError>();
    if (page < 0 || page > LAST_PAGE) {
      errors.add(FieldError.at("?page", "range", 0, LAST_PAGE));
    }
    if (size < 1 || size > LARGEST_PAGE) {
      errors.add(FieldError.at("?size", "range", 1, LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }
}
