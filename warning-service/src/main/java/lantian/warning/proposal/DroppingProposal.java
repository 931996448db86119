package lantian.warning.proposal;

import java.time.Instant;
import lantian.events.Mode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the proposal that stands where its warning was taken back: nothing is left to change. */
@Service
public class DroppingProposal {
  private final Proposals proposals;
  private final ProposalEvents events;

  public DroppingProposal(Proposals proposals, ProposalEvents events) {
    this.proposals = proposals;
    this.events = events;
  }

  /** In the transaction that holds the turn, after the withdrawal. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void drop(String jurisdiction, Mode mode, Instant now) {
    proposals
        .standing(jurisdiction, mode)
        .ifPresent(
            standing -> {
              ProposalEvent event = standing.drop(now);
              proposals.save(event, null);
              events.publish(event);
            });
  }
}
