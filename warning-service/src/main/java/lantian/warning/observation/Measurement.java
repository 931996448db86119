package lantian.warning.observation;

import java.util.List;
import lantian.events.Mode;
import lantian.warning.series.HourlyPoint;

/**
 * Hours that somebody hands in as measured.
 *
 * @param hours contiguous and in order, at least one
 */
public record Measurement(
    Mode mode, String jurisdiction, String source, List<HourlyPoint> hours, String by) {
  public Measurement {
    hours = List.copyOf(hours);
  }
}
