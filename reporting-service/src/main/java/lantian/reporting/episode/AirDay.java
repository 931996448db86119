package lantian.reporting.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * The air of one natural day as measured.
 *
 * @param dailyAqi the rolling daily AQI at the day's last hour, which covers exactly the day; null
 *     where that hour is missing or too many others are
 * @param hours the day's measured hours
 */
public record AirDay(LocalDate date, @Nullable Integer dailyAqi, List<MeasuredHour> hours) {
  private static final int LAST_HOUR = 23;

  public static List<AirDay> of(List<MeasuredHour> hours) {
    Map<LocalDate, List<MeasuredHour>> byDate = new TreeMap<>();
    for (MeasuredHour hour : hours) {
      byDate.computeIfAbsent(ChinaTime.dateOf(hour.at()), d -> new ArrayList<>()).add(hour);
    }
    return byDate.entrySet().stream().map(e -> day(e.getKey(), e.getValue())).toList();
  }

  private static AirDay day(LocalDate date, List<MeasuredHour> hours) {
    Instant last = date.atTime(LAST_HOUR, 0).atZone(ChinaTime.ZONE).toInstant();
    Integer aqi = null;
    for (MeasuredHour hour : hours) {
      if (hour.at().equals(last)) {
        aqi = hour.rollingAqi();
      }
    }
    return new AirDay(date, aqi, List.copyOf(hours));
  }

  public OptionalInt peakHourlyAqi() {
    return hours.stream()
        .flatMap(h -> Stream.ofNullable(h.aqi()))
        .mapToInt(Integer::intValue)
        .max();
  }

  /** The pollutant that was primary in most hours (ties: the order of the standard's table). */
  public static @Nullable Pollutant mostFrequentPrimary(List<MeasuredHour> hours) {
    return countPrimary(hours).entrySet().stream()
        .max(
            Comparator.<Map.Entry<Pollutant, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(e -> -e.getKey().ordinal()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** In how many hours each pollutant was primary; an hour with a tie counts for each. */
  public static Map<Pollutant, Integer> countPrimary(List<MeasuredHour> hours) {
    Map<Pollutant, Integer> counts = new EnumMap<>(Pollutant.class);
    for (MeasuredHour hour : hours) {
      for (Pollutant pollutant : hour.primaryPollutants()) {
        counts.merge(pollutant, 1, Integer::sum);
      }
    }
    return counts;
  }
}
