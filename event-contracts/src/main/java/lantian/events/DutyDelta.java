package lantian.events;

/** What a level change did to a duty of a unit, against the level before. */
public enum DutyDelta {
  KEPT,
  ADDED,
  /** The same duty with a stricter measure; accepted work is carried over. */
  TIGHTENED,
  /** The same duty with a lesser measure, on the way down. */
  EASED,
  WITHDRAWN
}
