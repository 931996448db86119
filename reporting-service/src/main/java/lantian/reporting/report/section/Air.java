package lantian.reporting.report.section;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lantian.events.ChinaTime;
import lantian.events.EventType;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.report.Sources;
import org.jspecify.annotations.Nullable;

/** Arithmetic on measured hours that several sections need. */
final class Air {
  static final List<Integer> THRESHOLDS = List.of(150, 200, 300);

  private Air() {}

  static List<String> sources(Sources sources, List<MeasuredHour> hours) {
    return sources.of(EventType.OBSERVATION_RECORDED, hours.stream().map(Air::event).toList());
  }

  private static UUID event(MeasuredHour hour) {
    return hour.eventId();
  }

  static int hoursOver(List<MeasuredHour> hours, int threshold) {
    return (int) hours.stream().filter(h -> h.aqi() != null && h.aqi() > threshold).count();
  }

  /** The first hour with the greatest value. */
  static Optional<MeasuredHour> peak(
      List<MeasuredHour> hours, Function<MeasuredHour, @Nullable Integer> value) {
    return hours.stream()
        .filter(h -> value.apply(h) != null)
        .max(
            Comparator.<MeasuredHour>comparingInt(h -> orZero(value.apply(h)))
                .thenComparing(MeasuredHour::at, Comparator.reverseOrder()));
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  static List<BigDecimal> values(List<MeasuredHour> hours, Pollutant pollutant) {
    List<BigDecimal> values = new ArrayList<>();
    for (MeasuredHour hour : hours) {
      BigDecimal value = hour.values().get(pollutant);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The mean, whole (CO: one decimal), half-even as in GB/T 8170; null without values. */
  static @Nullable BigDecimal mean(List<MeasuredHour> hours, Pollutant pollutant) {
    List<BigDecimal> values = values(hours, pollutant);
    if (values.isEmpty()) {
      return null;
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64)
        .setScale(pollutant == Pollutant.CO ? 1 : 0, RoundingMode.HALF_EVEN);
  }

  /** How many full hours of the clock lie from the one moment (inclusive) to the other. */
  static long hoursBetween(Instant from, Instant to) {
    return Math.max(0, nextFullHour(to) - nextFullHour(from));
  }

  private static long nextFullHour(Instant at) {
    return Math.ceilDiv(at.toEpochMilli(), Duration.ofHours(1).toMillis());
  }

  /** The highest level published and not lifted at any moment of the local date. */
  static WarningLevel levelOn(Episode episode, LocalDate date) {
    Instant dayFrom = date.atStartOfDay(ChinaTime.ZONE).toInstant();
    Instant dayTo = date.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
    return episode.spans(false).stream()
        .filter(s -> s.from().isBefore(dayTo) && s.to().isAfter(dayFrom))
        .map(Episode.Span::level)
        .max(Comparator.naturalOrder())
        .orElse(WarningLevel.NONE);
  }

  /** The level of the response that held at the moment. */
  static WarningLevel responseAt(List<Episode.Span> spans, Instant at) {
    return spans.stream()
        .filter(s -> !s.from().isAfter(at) && s.to().isAfter(at))
        .map(Episode.Span::level)
        .max(Comparator.naturalOrder())
        .orElse(WarningLevel.NONE);
  }
}
