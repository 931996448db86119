package lantian.tasking.fanout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.fanout.FanOutRuns;
import lantian.tasking.fanout.FanOutState;
import lantian.tasking.fanout.ResumingFanOut;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far fan-outs came; an operator lets one that failed go on. */
@RestController
@RequestMapping("/api/v1/fan-outs")
@Tag(name = "fan-outs", description = "任务下达的进度 / how far level changes came on their way to units")
class FanOutController {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;

  private final FanOutRuns runs;
  private final ResumingFanOut resuming;

  FanOutController(FanOutRuns runs, ResumingFanOut resuming) {
    this.runs = runs;
    this.resuming = resuming;
  }

  /** One page of a list; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<FanOutView> items) {}

  @GetMapping
  @Operation(summary = "任务下达列表，最近的在前 / fan-outs, the latest first")
  PageView list(
      Caller caller,
      @RequestParam(required = false) @Nullable FanOutState state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    requirePage(page, size);
    var digits = leadingDigits(caller);
    return new PageView(
        page,
        size,
        runs.count(digits, state),
        runs.list(digits, state, page, size).stream().map(FanOutView::of).toList());
  }

  @PostMapping("/{id}/resume")
  @Operation(summary = "让失败的任务下达从停下处继续 / a failed fan-out goes on where it stopped")
  FanOutView resume(Caller caller, @PathVariable UUID id) {
    var run =
        runs.find(id)
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "tasking.fan-out-unknown", id));
    if (!run.jurisdiction().startsWith(leadingDigits(caller))) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.jurisdiction", run.jurisdiction());
    }
    return resuming
        .resume(id)
        .map(FanOutView::of)
        .orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE, "tasking.fan-out-not-failed"));
  }

  /** Of the jurisdictions that the caller reaches: all, the own one, a prefecture's counties. */
  private static String leadingDigits(Caller caller) {
    var own = caller.jurisdiction();
    if (own.isBlank()) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.role");
    }
    if (own.equals(Caller.EVERYWHERE)) {
      return "";
    }
    return own.endsWith("00") ? own.substring(0, own.length() - 2) : own;
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
