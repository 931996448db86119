package lantian.events;

/** Whom a message without an answer has come to. */
public enum EscalationStep {
  /** The deputy in the unit (副职). */
  DEPUTY,
  /** The duty desk of the headquarters (值班室). */
  DUTY_DESK,
  /** Nobody is left who could be told. */
  NOBODY_LEFT
}
