package lantian.warning.proposal.web;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.consultation.Consultation;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.Consulting;
import lantian.warning.proposal.GivenApproval;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalEvent;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.SignIns;
import org.springframework.stereotype.Component;

/** Says why nothing was done with a proposal. */
@Component
class Refusals {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Consulting consulting;
  private final Policies policies;
  private final SignIns signIns;

  Refusals(Consulting consulting, Policies policies, SignIns signIns) {
    this.consulting = consulting;
    this.policies = policies;
    this.signIns = signIns;
  }

  /**
   * @param seenVersion which the caller named
   */
  Problem of(ProposalEvent.Refused refused, long seenVersion) {
    Proposal proposal = refused.proposal();
    return switch (refused.why()) {
      case WRONG_ROLE -> Problem.of(ProblemType.FORBIDDEN, "proposal.wrong-role");
      // What is void is not to be read again and tried anew.
      case STALE ->
          proposal.state() == ProposalState.SUPERSEDED
              ? wrongState(proposal)
              : Problem.of(
                  ProblemType.STALE_VERSION, "kit.stale-version", seenVersion, proposal.version());
      case WRONG_STATE -> wrongState(proposal);
      case OWN_PROPOSAL -> Problem.of(ProblemType.FORBIDDEN, "proposal.own");
      case SAME_PERSON_TWICE -> Problem.of(ProblemType.FORBIDDEN, "proposal.twice");
      case DEADLINE_NOT_PASSED ->
          Problem.of(ProblemType.FORBIDDEN, "proposal.deadline-not-passed", due(proposal));
      case NOT_ON_ROSTER -> Problem.of(ProblemType.NOT_ON_ROSTER, "roster.not-on-roster");
      case NO_SUCH_CODE -> Problem.of(ProblemType.FORBIDDEN, "emergency.no-such-code");
      case APPROVER_LEFT ->
          Problem.of(ProblemType.WRONG_STATE, "roster.approver-left", names(proposal));
      case SIGN_IN_AGAIN -> Problem.signInAgain(signIns.within());
      case NOT_CONSULTED -> notConsulted(consulting.on(proposal));
      case LATE_WITHOUT_REASON ->
          Problem.invalid(
              FieldError.at(
                  "/reason",
                  "late-without-reason",
                  policies.named(proposal.change().policy()).lifecycle().publishAheadHours()));
    };
  }

  private static String names(Proposal proposal) {
    return proposal.approvals().stream().map(GivenApproval::by).collect(Collectors.joining("、"));
  }

  static Problem wrongState(Proposal proposal) {
    return Problem.of(ProblemType.WRONG_STATE, "proposal.wrong-state." + proposal.state().name());
  }

  private static Problem notConsulted(Consultation consultation) {
    return Problem.of(
        ProblemType.WRONG_STATE,
        "proposal.not-consulted",
        consultation.needed().of(ConsultedBody.EXPERTS),
        consultation.heard(ConsultedBody.EXPERTS),
        consultation.needed().of(ConsultedBody.MONITORING),
        consultation.heard(ConsultedBody.MONITORING));
  }

  private static String due(Proposal proposal) {
    var submission = proposal.submission();
    return submission == null ? "" : TIME.format(ChinaTime.at(submission.due()));
  }
}
