package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The AQI of one natural day (null: no valid pollutant) and its primary pollutants. */
public record DayAqi(LocalDate date, @Nullable Integer aqi, List<Pollutant> primaryPollutants) {

  public DayAqi {
    requireNonNull(date, "date");
    primaryPollutants = List.copyOf(primaryPollutants);
  }
}
