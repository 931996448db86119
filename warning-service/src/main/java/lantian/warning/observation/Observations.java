package lantian.warning.observation;

import java.time.Instant;
import java.util.List;
import lantian.events.Mode;
import lantian.warning.series.HourlyPoint;

/** The measured hours as they stand. */
public interface Observations {

  /**
   * Records hours; one that is there already with other values is replaced.
   *
   * @param version larger than any before it in this jurisdiction
   * @return how many hours are new or changed
   */
  int record(Measurement measurement, long version, Instant now);

  /** In the order of time, both ends counted. */
  List<HourlyPoint> between(String jurisdiction, Mode mode, Instant from, Instant to);

  boolean anyBefore(String jurisdiction, Mode mode, Instant time);
}
