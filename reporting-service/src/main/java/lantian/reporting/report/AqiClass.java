package lantian.reporting.report;

/** The six classes of the index with their colours (HJ 633-2026, table 1 and clause 4.4). */
public enum AqiClass {
  EXCELLENT(50, "00E400"),
  GOOD(100, "FFFF00"),
  LIGHT(150, "FF7E00"),
  MODERATE(200, "FF0000"),
  HEAVY(300, "99004C"),
  SEVERE(Integer.MAX_VALUE, "7E0023");

  private final int upTo;
  private final String colour;

  AqiClass(int upTo, String colour) {
    this.upTo = upTo;
    this.colour = colour;
  }

  public static AqiClass of(int aqi) {
    for (AqiClass candidate : values()) {
      if (aqi <= candidate.upTo) {
        return candidate;
      }
    }
    throw new IllegalStateException("the last class has no upper end");
  }

  /** From one (优) to six (严重污染). */
  public int number() {
    return ordinal() + 1;
  }

  /** As RRGGBB. */
  public String colour() {
    return colour;
  }
}
