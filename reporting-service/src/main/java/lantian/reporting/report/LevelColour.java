package lantian.reporting.report;

import lantian.events.WarningLevel;

/**
 * The colours of the warning levels. They are another palette than the six colours of the index:
 * its red means moderate pollution.
 */
public enum LevelColour {
  NONE("D9DEE4"),
  YELLOW("FFD400"),
  ORANGE("FF8C1A"),
  RED("E0202B");

  private final String colour;

  LevelColour(String colour) {
    this.colour = colour;
  }

  public static LevelColour of(WarningLevel level) {
    return valueOf(level.name());
  }

  /** As RRGGBB. */
  public String colour() {
    return colour;
  }
}
