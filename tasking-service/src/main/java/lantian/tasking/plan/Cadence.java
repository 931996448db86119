package lantian.tasking.plan;

/** How often a duty falls due. */
public enum Cadence {
  /** Once in each warning at whose level it holds. */
  ONCE,
  /** Once on every day on which the response holds. */
  DAILY,
  /** Again and again in ordinary times; the seeds say 定期 without an interval. */
  PERIODIC
}
