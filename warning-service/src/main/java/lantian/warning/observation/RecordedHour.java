package lantian.warning.observation;

import java.time.Instant;
import lantian.warning.series.HourlyPoint;

/** A measured hour as it stands, and who handed it in last. */
public record RecordedHour(
    HourlyPoint hour, String source, String recordedBy, Instant recordedAt, long version) {}
