package lantian.warning.response.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.assessment.Phrases;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.proposal.SignIn;
import lantian.warning.proposal.SignIns;
import lantian.warning.response.RespondingMoreStrictly;
import lantian.warning.response.RespondingMoreStrictly.Outcome;
import lantian.warning.response.RespondingMoreStrictly.Person;
import lantian.warning.response.StricterResponse;
import lantian.warning.response.StricterResponses;
import lantian.warning.response.web.ResponseViews.ResponseView;
import lantian.warning.response.web.ResponseViews.StricterView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/responses")
@Tag(name = "responses", description = "各地应急响应等级 / at which level places respond")
class ResponseController {
  private static final int LONGEST_REASON = 500;

  private final RespondingMoreStrictly responding;
  private final StricterResponses stricter;
  private final ResponseViews views;
  private final SignIns signIns;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;

  ResponseController(
      RespondingMoreStrictly responding,
      StricterResponses stricter,
      ResponseViews views,
      SignIns signIns,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable) {
    this.responding = responding;
    this.stricter = stricter;
    this.views = views;
    this.signIns = signIns;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
  }

  record ResponsesView(List<ResponseView> items) {}

  record StricterList(List<StricterView> items) {}

  record StricterRequest(
      @Nullable String jurisdiction, @Nullable WarningLevel level, @Nullable String reason) {}

  @GetMapping
  @Operation(summary = "各地当前响应等级及其依据：本地预警、上级预警、从严决定 / how places respond now, and what makes them")
  ResponsesView list(@RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
    return new ResponsesView(
        reachable.codes(jurisdiction, caller).stream()
            .map(code -> views.of(jurisdictions.find(code).orElseThrow(), Mode.LIVE))
            .toList());
  }

  @GetMapping("/stricter")
  @Operation(summary = "从严响应决定列表 / decisions of places to respond more strictly, newest first")
  StricterList decisions(
      @RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
    return new StricterList(
        stricter.list(reachable.codes(jurisdiction, caller)).stream()
            .map(StricterView::of)
            .toList());
  }

  @PostMapping("/stricter")
  @Operation(
      summary =
          "提出从严响应（《大气污染防治法》第九十六条），不得低于上级预警等级 / puts forward that a place responds more"
              + " strictly; never more laxly than what binds it")
  ResponseEntity<StricterView> submit(@RequestBody StricterRequest request, Caller caller) {
    String code = request.jurisdiction();
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (place != null) {
      caller.requireJurisdiction(place.code());
    }
    List<FieldError> errors = new ArrayList<>();
    if (code == null) {
      errors.add(FieldError.at("/jurisdiction", "required"));
    } else if (place == null) {
      errors.add(FieldError.at("/jurisdiction", "unknown-jurisdiction", code));
    } else if (!place.planned()) {
      errors.add(FieldError.at("/jurisdiction", "no-plan", place.name()));
    }
    WarningLevel level = request.level();
    if (level == null || level == WarningLevel.NONE) {
      errors.add(FieldError.at("/level", level == null ? "required" : "no-level"));
    }
    String reason = request.reason();
    if (reason == null || reason.isBlank()) {
      errors.add(FieldError.at("/reason", "required"));
    } else if (reason.length() > LONGEST_REASON) {
      errors.add(FieldError.at("/reason", "too-long", LONGEST_REASON));
    }
    if (!errors.isEmpty() || place == null || level == null || reason == null) {
      throw Problem.invalid(errors);
    }
    Outcome outcome = responding.submit(place, Mode.LIVE, level, reason.strip(), person(caller));
    StricterResponse submitted = done(outcome, level, 0);
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/v1/responses/stricter/" + submitted.id()))
        .header("ETag", ExpectedVersion.etag(submitted.version()))
        .body(StricterView.of(submitted));
  }

  @GetMapping("/stricter/{id}")
  @Operation(summary = "一项从严响应决定 / one such decision")
  ResponseEntity<StricterView> read(@PathVariable UUID id, Caller caller) {
    StricterResponse decision = find(id);
    Jurisdiction place = jurisdictions.find(decision.jurisdiction()).orElseThrow();
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return answer(decision);
  }

  @PostMapping("/stricter/{id}/approve")
  @Operation(
      summary =
          "批准从严响应，批准人按本级预案权限；红色须两人 / approves it, by the policy's table of authority; red by two")
  ResponseEntity<StricterView> approve(@PathVariable UUID id, ExpectedVersion seen, Caller caller) {
    StricterResponse decision = find(id);
    caller.requireJurisdiction(decision.jurisdiction());
    return answer(
        done(responding.approve(id, person(caller), seen.value()), decision.level(), seen.value()));
  }

  @PostMapping("/stricter/{id}/end")
  @Operation(
      summary =
          "结束从严响应，回到上级预警要求的等级；由提出人以外的人办理 / ends it: the place responds as what binds it asks; not"
              + " by whoever put it forward")
  ResponseEntity<StricterView> end(@PathVariable UUID id, ExpectedVersion seen, Caller caller) {
    StricterResponse decision = find(id);
    caller.requireJurisdiction(decision.jurisdiction());
    return answer(
        done(responding.end(id, person(caller), seen.value()), decision.level(), seen.value()));
  }

  private StricterResponse done(Optional<Outcome> outcome, WarningLevel level, long seenVersion) {
    return done(outcome.orElseThrow(), level, seenVersion);
  }

  private StricterResponse done(Outcome outcome, WarningLevel level, long seenVersion) {
    return switch (outcome) {
      case Outcome.Done(var decision) -> decision;
      case Outcome.Refused(var why, var bound, var version) ->
          throw switch (why) {
            case LAXER ->
                Problem.invalid(FieldError.at("/level", "laxer", words(level), words(bound)));
            case NOTHING_BINDS -> Problem.of(ProblemType.WRONG_STATE, "response.nothing-binds");
            case ANOTHER_WAITS -> Problem.of(ProblemType.WRONG_STATE, "response.another-waits");
            case WRONG_STATE -> Problem.of(ProblemType.WRONG_STATE, "response.wrong-state");
            case WRONG_ROLE -> Problem.of(ProblemType.FORBIDDEN, "response.wrong-role");
            case OWN_DECISION -> Problem.of(ProblemType.FORBIDDEN, "response.own");
            case SAME_PERSON_TWICE -> Problem.of(ProblemType.FORBIDDEN, "response.twice");
            case NOT_ON_ROSTER -> Problem.of(ProblemType.NOT_ON_ROSTER, "roster.not-on-roster");
            case APPROVER_LEFT -> Problem.of(ProblemType.WRONG_STATE, "response.approver-left");
            case SIGN_IN_AGAIN -> Problem.signInAgain(signIns.within());
            case STALE ->
                Problem.of(ProblemType.STALE_VERSION, "kit.stale-version", seenVersion, version);
          };
    };
  }

  /** In both languages: whoever reads the problem has chosen one of them for the sentence. */
  private static String words(WarningLevel level) {
    return Phrases.CHINESE.level(level) + " " + level.name();
  }

  private static Person person(Caller caller) {
    return new Person(
        caller.subject(),
        caller.roles().stream().map(Role::claim).collect(Collectors.toUnmodifiableSet()),
        signInOf(caller));
  }

  private static @Nullable SignIn signInOf(Caller caller) {
    String token = caller.tokenId();
    Instant at = caller.signedInAt();
    return token == null || token.isBlank() || at == null ? null : new SignIn(token, at);
  }

  private StricterResponse find(UUID id) {
    return stricter
        .find(id)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "response.unknown", id.toString()));
  }

  private static ResponseEntity<StricterView> answer(StricterResponse decision) {
    return ResponseEntity.ok()
        .header("ETag", ExpectedVersion.etag(decision.version()))
        .body(StricterView.of(decision));
  }
}
