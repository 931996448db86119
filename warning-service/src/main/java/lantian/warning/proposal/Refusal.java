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
  SAME_PERSON_TWICE,
  /** Who stands in may decide once the approval deadline has passed. */
  DEADLINE_NOT_PASSED,
  /** Whoever decides stands on the roster at that moment. */
  NOT_ON_ROSTER,
  /** The emergency code opens nothing here. */
  NO_SUCH_CODE,
  /** Somebody who approved before does not stand there any more. */
  APPROVER_LEFT,
  /** Red is approved by people who have just signed in. */
  SIGN_IN_AGAIN,
  /** The opinions that the policy asks for are not there. */
  NOT_CONSULTED,
  /** It was known in time and comes late all the same, and nobody says why. */
  LATE_WITHOUT_REASON
}
