package lantian.reporting.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.DayAqi;
import lantian.events.Mode;
import lantian.events.Resolution;
import org.jspecify.annotations.Nullable;

/** One forecast run that was taken in, with its AQI day by day. */
public record ForecastRun(
    UUID eventId,
    Mode mode,
    UUID forecastId,
    String jurisdiction,
    String source,
    Instant issuedAt,
    Instant receivedAt,
    Resolution resolution,
    Instant from,
    Instant to,
    @Nullable Integer peakAqi,
    List<DayAqi> days) {
  public ForecastRun {
    days = List.copyOf(days);
  }
}
