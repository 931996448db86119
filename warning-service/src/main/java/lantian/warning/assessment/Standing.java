package lantian.warning.assessment;

/** Why a judgement asks for a change of the level in force, or does not. */
public enum Standing {
  /** Another level is reached; a change is called for. */
  CHANGES,
  /** The level in force is the one judged. */
  SAME_LEVEL,
  /** A lower level is judged, but the series ends too early to say that it stays so. */
  SERIES_TOO_SHORT,
  /** A lower level is judged, but a run of the level in force begins before it could be lowered. */
  RISES_AGAIN,
  /** Another level is reached, but too few of the latest runs agree on it. */
  DAMPED
}
