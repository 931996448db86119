package lantian.warning.backtest;

/**
 * The forecasts that a back-test takes as issued: each day at this hour, saying of so many hours
 * after it what was measured then.
 *
 * @param hourOfDay in Beijing time
 */
public record PerfectForecasts(int hourOfDay, int hours) {
  public PerfectForecasts {
    if (hourOfDay < 0 || hourOfDay > 23 || hours < 1) {
      throw new IllegalArgumentException("forecasts at " + hourOfDay + " of " + hours + " hours");
    }
  }
}
