package lantian.warning.drill.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.drill.Drill;
import lantian.warning.drill.Drills;
import lantian.warning.drill.EndingDrill;
import lantian.warning.drill.OpeningDrill;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/drills")
@Tag(name = "drills", description = "演练 / drills")
class DrillController {
  private final Drills drills;
  private final OpeningDrill opening;
  private final EndingDrill ending;
  private final DrillRules rules;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;

  DrillController(
      Drills drills,
      OpeningDrill opening,
      EndingDrill ending,
      DrillRules rules,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable) {
    this.drills = drills;
    this.opening = opening;
    this.ending = ending;
    this.rules = rules;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
  }

  record DrillsView(List<DrillView> items) {}

  @GetMapping
  @Operation(summary = "演练列表 / drills, those that the reader may see")
  DrillsView list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable Boolean open,
      Caller caller) {
    return new DrillsView(
        drills.list(reachable.codes(jurisdiction, caller), open).stream().map(this::view).toList());
  }

  @GetMapping("/{drill}")
  @Operation(summary = "一次演练 / one drill")
  DrillView read(@PathVariable UUID drill, Caller caller) {
    Drill found = drills.find(drill).orElseThrow(() -> unknown(drill));
    Jurisdiction place = placeOf(found);
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return view(found);
  }

  @PostMapping
  @Operation(
      summary =
          "开启演练：名称、情景、时段、由谁向谁通告；一地同时只有一次 / opens a drill as it was announced; one at a time in a"
              + " place")
  ResponseEntity<DrillView> open(@RequestBody DrillRequest request, Caller caller) {
    String code = request.jurisdiction();
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (place != null) {
      caller.requireJurisdiction(place.authorityCode());
    }
    return switch (opening.open(rules.read(request, place), caller.subject())) {
      case OpeningDrill.Outcome.Opened(var drill) ->
          ResponseEntity.created(URI.create("/api/v1/drills/" + drill.id())).body(view(drill));
      case OpeningDrill.Outcome.AnotherIsOpen(var drill) ->
          throw Problem.of(
              ProblemType.WRONG_STATE, "drill.another-is-open", drill.announced().name());
    };
  }

  @PostMapping("/{drill}/end")
  @Operation(summary = "结束演练；演练预警须先解除或撤回 / ends a drill, once its warning was lifted or taken back")
  DrillView end(@PathVariable UUID drill, Caller caller) {
    Drill found = drills.find(drill).orElseThrow(() -> unknown(drill));
    caller.requireJurisdiction(placeOf(found).authorityCode());
    return switch (ending.end(drill, caller.subject())) {
      case EndingDrill.Outcome.Ended(var ended) -> view(ended);
      case EndingDrill.Outcome.EndedBefore _ ->
          throw Problem.of(ProblemType.WRONG_STATE, "drill.ended");
      case EndingDrill.Outcome.WarningInForce(var warning) ->
          throw Problem.of(
              ProblemType.WRONG_STATE, "drill.warning-in-force", warning.id().toString());
      case EndingDrill.Outcome.Unknown _ -> throw unknown(drill);
    };
  }

  private DrillView view(Drill drill) {
    return DrillView.of(drill, placeOf(drill));
  }

  private Jurisdiction placeOf(Drill drill) {
    return jurisdictions.find(drill.jurisdiction()).orElseThrow();
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "drill.unknown", id.toString());
  }
}
