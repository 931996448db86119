package lantian.warning.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.consultation.Opinion;
import lantian.warning.consultation.Stance;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.proposal.Consulting;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.Proposals;
import lantian.warning.proposal.web.ProposalView.ConsultationView;
import lantian.warning.proposal.web.ProposalView.OpinionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping({
  "/api/v1/proposals/{id}/opinions",
  "/api/v1/drills/{drill}/proposals/{id}/opinions"
})
@Tag(name = "consultation", description = "会商意见 / opinions on a proposal")
class OpinionController {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_NAME = 100;

  private final Proposals proposals;
  private final Consulting consulting;
  private final ProposalViews views;
  private final Jurisdictions jurisdictions;

  OpinionController(
      Proposals proposals,
      Consulting consulting,
      ProposalViews views,
      Jurisdictions jurisdictions) {
    this.proposals = proposals;
    this.consulting = consulting;
    this.views = views;
    this.jurisdictions = jurisdictions;
  }

  @GetMapping
  @Operation(summary = "会商意见，及批准前还需听取哪些意见 / who was heard on a proposal, and who must be yet")
  ConsultationView read(@PathVariable UUID id, Caller caller) {
    return views.of(consulting.on(find(id, caller)));
  }

  @PostMapping
  @Operation(
      summary =
          "发表会商意见：赞成或反对，及认为适当的等级；不能修改，可再发表 / gives an opinion, for or against; it is never changed,"
              + " another may follow")
  @ResponseStatus(HttpStatus.CREATED)
  OpinionView give(@PathVariable UUID id, @RequestBody OpinionRequest request, Caller caller) {
    Proposal proposal = find(id, caller);
    Opinion opinion = consulting.hear(proposal, read(request, caller));
    if (opinion == null) {
      throw Refusals.wrongState(proposals.find(id).orElseThrow());
    }
    return OpinionView.of(opinion);
  }

  private static Consulting.Said read(OpinionRequest request, Caller caller) {
    List<FieldError> errors = new ArrayList<>();
    Stance stance = request.stance();
    if (stance == null) {
      errors.add(FieldError.at("/stance", "required"));
    }
    String text = text(request.text(), "/text", LONGEST_TEXT, errors);
    if (text == null && errors.stream().noneMatch(e -> e.pointer().equals("/text"))) {
      errors.add(FieldError.at("/text", "required"));
    }
    String organisation = text(request.organisation(), "/organisation", LONGEST_NAME, errors);
    ConsultedBody body = body(request.body(), caller, errors);
    if (stance == null || text == null || !errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Consulting.Said(caller.subject(), body, organisation, stance, request.level(), text);
  }

  private static @Nullable String text(
      @Nullable String given, String pointer, int longest, List<FieldError> errors) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > longest) {
      errors.add(FieldError.at(pointer, "too-long", longest));
      return null;
    }
    return given.strip();
  }

  /** Whoever has both roles says for whom they speak; without a word it is the experts. */
  private static ConsultedBody body(
      @Nullable String given, Caller caller, List<FieldError> errors) {
    if (given == null) {
      return caller.has(Role.EXPERTS) ? ConsultedBody.EXPERTS : ConsultedBody.MONITORING;
    }
    ConsultedBody body = ConsultedBody.ofRole(given).orElse(null);
    if (body == null) {
      errors.add(FieldError.at("/body", "unknown-body"));
      return ConsultedBody.EXPERTS;
    }
    if (caller.roles().stream().noneMatch(role -> role.claim().equals(body.role()))) {
      throw Problem.of(ProblemType.FORBIDDEN, "opinion.other-body", given);
    }
    return body;
  }

  /** Experts of the county are heard as those of the city that decides are. */
  private Proposal find(UUID id, Caller caller) {
    Proposal proposal =
        proposals
            .find(id)
            .orElseThrow(
                () -> Problem.of(ProblemType.NOT_FOUND, "proposal.unknown", id.toString()));
    Jurisdiction place = jurisdictions.find(proposal.change().jurisdiction()).orElseThrow();
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return proposal;
  }
}
