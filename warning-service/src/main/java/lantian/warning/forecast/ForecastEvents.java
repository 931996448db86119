package lantian.warning.forecast;

import java.time.Instant;
import lantian.warning.assessment.RollingAqi;

/** Tells the other services of a run, in the same transaction. */
public interface ForecastEvents {

  /**
   * @param aqi of the run alone
   */
  void publishReceived(ForecastRun run, RollingAqi aqi, Instant receivedAt);
}
