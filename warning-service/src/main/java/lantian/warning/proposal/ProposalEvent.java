package lantian.warning.proposal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a proposal, or that nothing did. */
public sealed interface ProposalEvent {

  /** As it is afterwards; of a refusal, as it was. */
  Proposal proposal();

  record Proposed(Proposal proposal) implements ProposalEvent {}

  record Submitted(Proposal proposal, Submission submission, @Nullable String reason)
      implements ProposalEvent {}

  /** One approval was given; {@code needed} make a decision. */
  record Approved(Proposal proposal, GivenApproval approval, int needed, @Nullable String reason)
      implements ProposalEvent {

    /** Whether this was the last approval that it took. */
    public boolean isDecision() {
      return proposal.state() == ProposalState.APPROVED;
    }
  }

  record Returned(Proposal proposal, String by, Instant at, @Nullable String reason)
      implements ProposalEvent {}

  record Rejected(Proposal proposal, String by, Instant at, @Nullable String reason)
      implements ProposalEvent {}

  record Superseded(Proposal proposal, Instant at) implements ProposalEvent {}

  record Refused(Proposal proposal, Refusal why) implements ProposalEvent {}

  /** It was not put forward: what would be published of it is not fit to be. */
  record Unfit(Proposal proposal, List<SubmissionCheck.Objection> objections)
      implements ProposalEvent {
    public Unfit {
      objections = List.copyOf(objections);
    }
  }
}
