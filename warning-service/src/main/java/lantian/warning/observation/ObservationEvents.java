package lantian.warning.observation;

import java.time.Instant;
import java.util.List;

/** Tells the other services of measured hours, in the same transaction. */
public interface ObservationEvents {
  void publishRecorded(
      Measurement measurement, List<JudgedHour> hours, long version, Instant recordedAt);
}
