package lantian.warning.proposal;

import java.time.Instant;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that waits for a person: to be put forward, or to be decided.
 *
 * @param submittedAt of one that is submitted, as {@code due}, until when it should be decided
 */
public record WaitingProposal(
    String jurisdiction,
    Mode mode,
    ProposalState state,
    Instant proposedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant due) {

  public boolean isSubmitted() {
    return state == ProposalState.SUBMITTED;
  }
}
