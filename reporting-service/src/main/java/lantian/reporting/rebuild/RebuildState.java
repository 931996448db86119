package lantian.reporting.rebuild;

/** Where a rebuild stands. */
public enum RebuildState {
  /** Asked for, and not ended; a process that dies leaves it to the next. */
  RUNNING,
  /** The projections are what the events come to. */
  DONE,
  /** The projections are as they were; it says why. */
  FAILED
}
