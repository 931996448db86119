package lantian.events;

/** The four topics; one writer each. */
public final class Topics {
  public static final String FORECASTS = "lantian.forecasts.v1";
  public static final String WARNINGS = "lantian.warnings.v1";
  public static final String DUTIES = "lantian.duties.v1";
  public static final String DELIVERIES = "lantian.deliveries.v1";

  private Topics() {}
}
