package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code forecast.received.v1}: a forecast run was taken in. {@code days} holds the AQI of each
 * whole natural day of the run (null: no valid pollutant).
 */
public record ForecastReceived(
    Mode mode,
    UUID forecastId,
    String jurisdiction,
    String jurisdictionName,
    String source,
    OffsetDateTime issuedAt,
    OffsetDateTime receivedAt,
    Resolution resolution,
    @Nullable Cause causeMark,
    OffsetDateTime from,
    OffsetDateTime to,
    @Nullable Integer peakAqi,
    List<DayAqi> days)
    implements ForecastsEvent {

  public ForecastReceived {
    requireNonNull(mode, "mode");
    requireNonNull(forecastId, "forecastId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(source, "source");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(resolution, "resolution");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    days = List.copyOf(days);
  }
}
