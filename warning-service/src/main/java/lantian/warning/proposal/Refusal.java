package lantian.warning.proposal;

/** Why nothing was done with a proposal. */
public enum Refusal {
  /** The policy gives this decision to other roles. */
  WRONG_ROLE,
  /** The caller has seen another version than the one that stands. */
  STALE,
  /** Not possible in this state. */
  WRONG_STATE,
  /** Nobody approves what they submitted. */
  OWN_PROPOSAL,
  /** Two approvals are two persons. */
  SAME_PERSON_TWICE
}
