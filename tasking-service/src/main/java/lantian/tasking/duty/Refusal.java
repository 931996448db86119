package lantian.tasking.duty;

/** Why an act on a duty was refused. */
public enum Refusal {
  /** It was changed since the caller saw it. */
  STALE,
  ALREADY_ACCEPTED,
  ALREADY_COMPLETED,
  WITHDRAWN,
  REPLACED,
  /** Only what was reported done can be sent back. */
  NOT_COMPLETED,
  /** It was done, and the response that asked for it has ended or asks for something else now. */
  NO_LONGER_ASKED
}
