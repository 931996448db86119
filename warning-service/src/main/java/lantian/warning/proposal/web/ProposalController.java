package lantian.warning.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.proposal.DecidingProposal;
import lantian.warning.proposal.Person;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalEvent;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.Proposals;
import lantian.warning.proposal.SignIn;
import lantian.warning.scene.Scene;
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
@RequestMapping({"/api/v1/proposals", "/api/v1/drills/{drill}/proposals"})
@Tag(name = "proposals", description = "预警建议 / proposed changes of a level")
class ProposalController {
  private static final int LONGEST_REASON = 2_000;

  private final Proposals proposals;
  private final DecidingProposal deciding;
  private final ProposalViews views;
  private final Refusals refusals;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;

  ProposalController(
      Proposals proposals,
      DecidingProposal deciding,
      ProposalViews views,
      Refusals refusals,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable) {
    this.proposals = proposals;
    this.deciding = deciding;
    this.views = views;
    this.refusals = refusals;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
  }

  record ProposalsView(List<ProposalView> items) {}

  @GetMapping
  @Operation(summary = "预警建议列表 / proposals, those that the reader may see")
  ProposalsView list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable ProposalState state,
      Scene scene,
      Caller caller,
      Locale locale) {
    return new ProposalsView(
        views.of(proposals.list(reachable.codes(jurisdiction, caller), scene, state), locale));
  }

  @GetMapping("/{id}")
  @Operation(summary = "一条预警建议及其经过 / one proposal, with who decided what")
  ResponseEntity<ProposalView> read(@PathVariable UUID id, Caller caller, Locale locale) {
    Proposal proposal = find(id);
    Jurisdiction place = placeOf(proposal);
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return answer(proposal, locale);
  }

  @PostMapping("/{id}/submit")
  @Operation(
      summary =
          "提交审批；发布文字有错误的不能提交，本可提前而迟提交的须说明原因 / submits it to those who approve; not with errors in"
              + " its texts, and who is late says why")
  ResponseEntity<ProposalView> submit(
      @PathVariable UUID id,
      ExpectedVersion seen,
      @RequestBody(required = false) @Nullable DecisionRequest request,
      Caller caller,
      Locale locale) {
    Person person = personWhoDecides(id, caller);
    return answer(deciding.submit(id, person, seen.value(), reasonOf(request)), id, seen, locale);
  }

  @PostMapping("/{id}/approve")
  @Operation(
      summary =
          "批准；本人提交的不得批准，红色须两人，过时限后代批人可批；名册无法使用时凭应急处置口令 / approves it; not what one submitted, red by two, after the deadline whoever stands in, by an emergency code where the roster cannot be had")
  ResponseEntity<ProposalView> approve(
      @PathVariable UUID id,
      ExpectedVersion seen,
      @RequestBody(required = false) @Nullable DecisionRequest request,
      Caller caller,
      Locale locale) {
    Person person = personWhoDecides(id, caller);
    String code = request == null ? null : request.emergencyCode();
    if (request == null || code == null) {
      return answer(
          deciding.approve(id, person, seen.value(), reasonOf(request)), id, seen, locale);
    }
    String reason = reasonOf(new DecisionRequest(request.reason(), null));
    if (reason == null) {
      throw Problem.invalid(FieldError.at("/reason", "required"));
    }
    return answer(
        deciding.approveInEmergency(id, person, seen.value(), code, reason), id, seen, locale);
  }

  @PostMapping("/{id}/return")
  @Operation(summary = "退回修改 / sends it back")
  ResponseEntity<ProposalView> sendBack(
      @PathVariable UUID id,
      ExpectedVersion seen,
      @RequestBody(required = false) @Nullable DecisionRequest request,
      Caller caller,
      Locale locale) {
    Person person = personWhoDecides(id, caller);
    return answer(deciding.sendBack(id, person, seen.value(), reasonOf(request)), id, seen, locale);
  }

  @PostMapping("/{id}/reject")
  @Operation(summary = "否决 / rejects it for good")
  ResponseEntity<ProposalView> reject(
      @PathVariable UUID id,
      ExpectedVersion seen,
      @RequestBody(required = false) @Nullable DecisionRequest request,
      Caller caller,
      Locale locale) {
    Person person = personWhoDecides(id, caller);
    return answer(deciding.reject(id, person, seen.value(), reasonOf(request)), id, seen, locale);
  }

  /** Only the authority decides: for a county that is its city (大气污染防治法 Art. 95). */
  private Person personWhoDecides(UUID id, Caller caller) {
    caller.requireJurisdiction(placeOf(find(id)).authorityCode());
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

  private static @Nullable String reasonOf(@Nullable DecisionRequest request) {
    if (request != null && request.emergencyCode() != null) {
      throw Problem.invalid(FieldError.at("/emergencyCode", "only-to-approve"));
    }
    String reason = request == null ? null : request.reason();
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (reason.length() > LONGEST_REASON) {
      throw Problem.invalid(FieldError.at("/reason", "too-long", LONGEST_REASON));
    }
    return reason.strip();
  }

  private ResponseEntity<ProposalView> answer(
      Optional<ProposalEvent> happened, UUID id, ExpectedVersion seen, Locale locale) {
    ProposalEvent event = happened.orElseThrow(() -> unknown(id));
    if (event instanceof ProposalEvent.Refused refused) {
      throw refusals.of(refused, seen.value());
    }
    if (event instanceof ProposalEvent.Unfit(var _, var objections)) {
      throw Problem.invalid(
          objections.stream()
              .map(why -> new FieldError(why.pointer(), why.code(), why.arguments()))
              .toList());
    }
    return answer(event.proposal(), locale);
  }

  private ResponseEntity<ProposalView> answer(Proposal proposal, Locale locale) {
    return ResponseEntity.ok()
        .header("ETag", ExpectedVersion.etag(proposal.version()))
        .body(views.of(proposal, locale));
  }

  private Proposal find(UUID id) {
    return proposals.find(id).orElseThrow(() -> unknown(id));
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "proposal.unknown", id.toString());
  }

  private Jurisdiction placeOf(Proposal proposal) {
    return jurisdictions.find(proposal.change().jurisdiction()).orElseThrow();
  }
}
