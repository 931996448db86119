package lantian.tasking.duty;

/** Where a duty stands; the transitions are at {@link Duty}. */
public enum DutyState {
  /** Asked of the unit, which has not answered. */
  ASSIGNED,
  /** Taken on by the unit's liaison, at this level or at the one before. */
  ACCEPTED,
  /** Done, with evidence. */
  COMPLETED,
  /** No longer asked for, and not done before that. */
  WITHDRAWN,
  /** A duty with another measure took its place, and it was not done before that. */
  REPLACED;

  /** Whether something is still to be done. */
  public boolean isOpen() {
    return this == ASSIGNED || this == ACCEPTED;
  }
}
