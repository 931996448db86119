package lantian.warning.proposal;

/** Where a proposal stands; the legal moves are in {@link Proposal}. */
public enum ProposalState {
  /** Made by the service; nobody has put it forward. */
  OPEN,
  /** Put forward by a person; approvals may be there, but not all of them. */
  SUBMITTED,
  /** Approved by all whom it needs, and published. */
  APPROVED,
  /** Sent back; it may be put forward again. */
  RETURNED,
  /** Refused for good. */
  REJECTED,
  /** A newer judgement asks for something else, or for nothing. */
  SUPERSEDED;

  /** Whether a newer judgement may replace it. */
  public boolean isReplaceable() {
    return this == OPEN || this == RETURNED;
  }

  /** Whether it waits for a person. */
  public boolean isStanding() {
    return this == SUBMITTED || isReplaceable();
  }
}
