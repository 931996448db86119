package lantian.warning.aqi;

/** The six categories of the index (HJ 633-2026 table 2); their colours are not the warning's. */
public enum AqiCategory {
  EXCELLENT(50),
  GOOD(100),
  LIGHT_POLLUTION(150),
  MODERATE_POLLUTION(200),
  HEAVY_POLLUTION(300),
  SEVERE_POLLUTION(Integer.MAX_VALUE);

  private final int upTo;

  AqiCategory(int upTo) {
    this.upTo = upTo;
  }

  public static AqiCategory of(int aqi) {
    for (AqiCategory category : values()) {
      if (aqi <= category.upTo) {
        return category;
      }
    }
    return SEVERE_POLLUTION;
  }
}
