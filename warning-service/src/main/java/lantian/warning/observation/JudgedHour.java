package lantian.warning.observation;

import java.util.List;
import lantian.events.Pollutant;
import lantian.warning.series.HourlyPoint;
import org.jspecify.annotations.Nullable;

/**
 * A measured hour with its indices.
 *
 * @param aqi of the hour; null without a valid pollutant
 * @param rollingAqi of the 24 hours that end with it; null where it cannot be computed
 * @param primaryPollutants of the hour
 */
public record JudgedHour(
    HourlyPoint hour,
    @Nullable Integer aqi,
    @Nullable Integer rollingAqi,
    List<Pollutant> primaryPollutants) {}
