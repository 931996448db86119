package lantian.warning.proposal;

/** Tells the other services what happened to a proposal, in the same transaction. */
public interface ProposalEvents {
  void publish(ProposalEvent event);
}
