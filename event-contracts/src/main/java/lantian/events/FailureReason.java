package lantian.events;

/** Why a delivery ended without reaching anybody. */
public enum FailureReason {
  /** The unit has no contact at all. */
  NO_CONTACT,
  /** The receiver refused the message for good. */
  REFUSED,
  /** The target may not be called: address or scheme not allowed. */
  TARGET_NOT_ALLOWED,
  /** Every attempt failed until the deadline. */
  GAVE_UP
}
