package lantian.warning.proposal;

/** Why a raise is put forward later than the policy's hours before its run begins. */
public enum LeadReason {
  /** Hours of the run have been measured: it is to start at once. */
  ALREADY_POLLUTED,
  /** The forecast that stood while there was time did not show the level, or there was none. */
  FORECAST_CHANGED,
  /** It was known in time. Whoever puts it forward says why it was not done before. */
  LATE
}
