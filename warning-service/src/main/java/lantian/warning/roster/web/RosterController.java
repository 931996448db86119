package lantian.warning.roster.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.roster.KeepingRoster;
import lantian.warning.roster.Roster;
import lantian.warning.roster.RosterEntry;
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
@RequestMapping("/api/v1/roster")
@Tag(name = "roster", description = "审批人员名册 / who may decide at this moment")
class RosterController {
  private static final int LONGEST_REASON = 500;

  private final Roster roster;
  private final KeepingRoster keeping;
  private final Jurisdictions jurisdictions;

  RosterController(Roster roster, KeepingRoster keeping, Jurisdictions jurisdictions) {
    this.roster = roster;
    this.keeping = keeping;
    this.jurisdictions = jurisdictions;
  }

  record RosterListView(List<RosterView> items) {}

  record EndRequest(@Nullable String reason) {}

  @GetMapping
  @Operation(summary = "名册列表：本人所代表地区的条目 / entries of the places for which the reader acts")
  RosterListView list(
      @RequestParam(required = false, defaultValue = "false") boolean ended, Caller caller) {
    return new RosterListView(
        roster.list(ended).stream()
            .filter(entry -> maySee(entry, caller))
            .map(RosterView::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "名册的一条及其全部变更 / one entry with every change of it")
  RosterView read(@PathVariable UUID id, Caller caller) {
    return RosterView.of(
        roster.find(id).filter(e -> maySee(e, caller)).orElseThrow(() -> unknown(id)));
  }

  @PostMapping
  @Operation(
      summary =
          "登记一人，须由指挥部另一人确认后生效；不得登记本人 / enters a person; in force once a second person of the"
              + " headquarters confirms it; nobody enters themselves")
  ResponseEntity<RosterView> enter(@RequestBody RosterRequest request, Caller caller) {
    Roster.Wanted wanted = request.read(this::decides);
    caller.requireJurisdiction(wanted.jurisdiction());
    RosterView view = answer(keeping.enter(wanted, caller.subject()), null);
    return ResponseEntity.created(URI.create("/api/v1/roster/" + view.id())).body(view);
  }

  @PostMapping("/{id}/confirm")
  @Operation(
      summary =
          "确认一条登记；确认人须在名册上，不是登记人，也不是被登记的人 / confirms an entry; by somebody on the roster who neither"
              + " entered it nor is entered")
  RosterView confirm(@PathVariable UUID id, Caller caller) {
    requireJurisdiction(id, caller);
    return answer(keeping.confirm(id, caller.subject()), id);
  }

  @PostMapping("/{id}/end")
  @Operation(summary = "终止一条登记，立即生效，不能恢复 / ends an entry at once and for good")
  RosterView end(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable EndRequest request,
      Caller caller) {
    requireJurisdiction(id, caller);
    String reason = request == null ? null : request.reason();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Problem.invalid(FieldError.at("/reason", "too-long", LONGEST_REASON));
    }
    return answer(
        keeping.end(
            id, caller.subject(), reason == null || reason.isBlank() ? null : reason.strip()),
        id);
  }

  private static RosterView answer(KeepingRoster.Outcome outcome, @Nullable UUID id) {
    return switch (outcome) {
      case KeepingRoster.Outcome.Done(var entry) -> RosterView.of(entry);
      case KeepingRoster.Outcome.Unknown() -> throw unknown(id);
      case KeepingRoster.Outcome.Refused(var why) ->
          throw switch (why) {
            case ONESELF -> Problem.of(ProblemType.FORBIDDEN, "roster.oneself");
            case ENTERED_IT -> Problem.of(ProblemType.FORBIDDEN, "roster.entered-it");
            case NOT_ON_ROSTER -> Problem.of(ProblemType.NOT_ON_ROSTER, "roster.not-on-roster");
            case ALREADY_CONFIRMED -> Problem.of(ProblemType.WRONG_STATE, "roster.confirmed");
            case ALREADY_ENDED -> Problem.of(ProblemType.WRONG_STATE, "roster.ended");
          };
    };
  }

  /** Only governments that decide have people who do. */
  private boolean decides(String code) {
    return code.equals(Caller.EVERYWHERE)
        || jurisdictions.all().stream().anyMatch(place -> place.authorityCode().equals(code));
  }

  private static boolean maySee(RosterEntry entry, Caller caller) {
    return entry.jurisdiction().equals(Caller.EVERYWHERE) || caller.actsFor(entry.jurisdiction());
  }

  private void requireJurisdiction(UUID id, Caller caller) {
    caller.requireJurisdiction(roster.find(id).orElseThrow(() -> unknown(id)).jurisdiction());
  }

  private static Problem unknown(@Nullable UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "roster.unknown", String.valueOf(id));
  }
}
