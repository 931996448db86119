package lantian.reporting.incident;

/** A step of the chain whose length is known once it has been taken. */
public enum ChainStep {
  /** From the proposal to the publication. */
  APPROVAL,
  /** From the publication until the first unit was told. */
  FIRST_TOLD,
  /** From the publication until the last unit was told. */
  ALL_TOLD,
  /** From the publication until the last unit has answered. */
  ALL_ANSWERED
}
