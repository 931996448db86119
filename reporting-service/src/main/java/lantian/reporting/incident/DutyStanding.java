package lantian.reporting.incident;

/** Where a duty stands; each is in one place. */
public enum DutyStanding {
  ASSIGNED,
  ACCEPTED,
  /** Due, and not done. */
  OVERDUE,
  COMPLETED,
  /** No longer asked for, or another took its place. */
  WITHDRAWN
}
