package lantian.warning.forecast.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.forecast.IssuedRuns;
import lantian.warning.forecast.LookingAtRuns;
import lantian.warning.forecast.LookingAtRuns.SeenRun;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every run that was ever taken in, to look at. */
@RestController
@RequestMapping("/api/v1/forecasts")
@Tag(name = "forecasts", description = "空气质量预报 / forecasts of air quality")
class IssuedRunController {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;

  private final LookingAtRuns runs;
  private final ReachableJurisdictions reachable;
  private final Clock clock;

  IssuedRunController(LookingAtRuns runs, ReachableJurisdictions reachable, Clock clock) {
    this.runs = runs;
    this.reachable = reachable;
    this.clock = clock;
  }

  /** One page of a list, the run issued last first; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<IssuedRunView> items) {}

  /** A run with all its points. */
  record WholeRunView(IssuedRunView run, List<PointView> points) {}

  @GetMapping
  @Operation(
      summary = "历次预报：谁报、何时、研判等级、是否有效 / every run: by whom, when, its level, whether it counts")
  PageView list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    List<String> codes = reachable.codes(jurisdiction, caller);
    FieldRules fields = new FieldRules();
    fields.range(page, 0, LAST_PAGE, "?page");
    fields.range(size, 1, LARGEST_PAGE, "?size");
    LocalDate first = from == null ? null : fields.date(from, "?from");
    LocalDate last = to == null ? null : fields.date(to, "?to");
    if (first != null && last != null && last.isBefore(first)) {
      fields.wrong("?to", "not-in-order");
    }
    fields.mustHold();
    LookingAtRuns.SeenRuns seen =
        runs.list(
            new IssuedRuns.Wanted(
                codes,
                Mode.LIVE,
                source,
                first == null ? null : begin(first),
                last == null ? null : begin(last.plusDays(1))),
            page,
            size,
            clock.instant());
    return new PageView(
        page, size, seen.total(), seen.runs().stream().map(IssuedRunView::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一次预报及其全部时点 / one run, with all its points")
  WholeRunView read(@PathVariable UUID id, Caller caller) {
    SeenRun seen =
        runs.find(id, clock.instant()).orElseThrow(() -> Problem.notFound("forecast", id));
    reachable.codes(seen.run().jurisdiction(), caller);
    return new WholeRunView(IssuedRunView.of(seen), PointView.of(runs.whole(id).points()));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ChinaTime.ZONE).toInstant();
  }
}
