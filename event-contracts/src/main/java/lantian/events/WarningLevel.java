package lantian.events;

/**
 * The level of a heavy-pollution warning (预警等级), in rising order. {@link #NONE}: no warning is in
 * force. 环大气〔2024〕6号 knows three colours; blue was abolished.
 */
public enum WarningLevel {
  NONE,
  YELLOW,
  ORANGE,
  RED;

  /** Whether this level is stricter than the other. */
  public boolean isAbove(WarningLevel other) {
    return compareTo(other) > 0;
  }
}
