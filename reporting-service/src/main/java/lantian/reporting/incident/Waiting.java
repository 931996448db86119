package lantian.reporting.incident;

/** What something may wait for. */
public enum Waiting {
  /** A published change, for the duties of all its units. */
  FOR_DUTIES,
  /** A unit, for its message. */
  FOR_DELIVERY,
  /** A message that was taken, for its answer. */
  FOR_ANSWER,
  /** A duty, for its completion. */
  FOR_COMPLETION
}
