package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * {@code observation.recorded.v1}: measured hours were taken in. {@code version} grows with every
 * posting of the jurisdiction, so that a correction is known from what it corrects.
 */
public record ObservationRecorded(
    Mode mode,
    long version,
    String jurisdiction,
    String jurisdictionName,
    String source,
    OffsetDateTime recordedAt,
    List<ObservedHour> hours)
    implements ForecastsEvent {

  public ObservationRecorded {
    requireNonNull(mode, "mode");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(source, "source");
    requireNonNull(recordedAt, "recordedAt");
    hours = List.copyOf(hours);
  }
}
