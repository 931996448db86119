package lantian.warning.assessment;

import java.time.Instant;
import java.util.List;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/** The AQI of the 24 hours that end with the hour {@code at}; null without a valid pollutant. */
public record AqiAt(Instant at, @Nullable Integer aqi, List<Pollutant> primaryPollutants) {}
