package lantian.events;

/** Why duties were assigned. */
public enum Occasion {
  /** The level changed: the unit gets its whole list, each duty marked with what became of it. */
  LEVEL_CHANGE,
  /** A new day of a duty that repeats daily while the response holds. */
  DAILY
}
