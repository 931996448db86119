package lantian.kit.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A survey and what it found last. Nothing is shown of a look that failed, and not a number once
 * the last one is too long ago: an old figure would say that all is well.
 */
final class ShownSurvey {
  private static final Logger log = LoggerFactory.getLogger(ShownSurvey.class);
  private static final int MISSED_LOOKS = 3;

  private final Survey survey;
  private final SurveySettings settings;
  private final LongSupplier nanoTime;
  private final Map<Measure, MultiGauge> gauges = new LinkedHashMap<>();
  private volatile Map<Measure, Map<Tags, Double>> found = Map.of();
  private volatile long nextAt;
  private volatile long oldAt;
  private boolean failing;

  ShownSurvey(
      Survey survey, SurveySettings settings, MeterRegistry metrics, LongSupplier nanoTime) {
    this.survey = survey;
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.nextAt = nanoTime.getAsLong();
    this.oldAt = nextAt;
    for (var measure : survey.measures()) {
      gauges.put(
          measure,
          MultiGauge.builder(measure.name())
              .baseUnit(measure.unit())
              .description(measure.description())
              .register(metrics));
    }
  }

  boolean isDue() {
    return nanoTime.getAsLong() - nextAt >= 0;
  }

  void look() {
    long begun = nanoTime.getAsLong();
    Map<Measure, Map<Tags, Double>> now = new HashMap<>();
    try {
      for (var figure : survey.look()) {
        now.computeIfAbsent(figure.measure(), _ -> new LinkedHashMap<>())
            .put(figure.labels(), figure.value());
      }
      if (failing) {
        log.info("{} are known again", this);
      }
      failing = false;
    } catch (RuntimeException | Error e) {
      now.clear();
      if (!failing) {
        log.warn("{} are not known: {}", this, e.getClass().getSimpleName());
      }
      log.debug("{} are not known", this, e);
      failing = true;
    }
    show(now, begun);
  }

  private void show(Map<Measure, Map<Tags, Double>> now, long begun) {
    found = now;
    long end = nanoTime.getAsLong();
    long every = settings.every().toNanos();
    // One that failed has waited for nothing: the next need not wait for that.
    nextAt = end + (failing ? every : Math.max(every, (end - begun) * settings.rest()));
    oldAt = nextAt + MISSED_LOOKS * every;
    // Rows that were there stay: a scrape at this moment misses none of them.
    gauges.forEach((measure, gauge) -> gauge.register(rows(measure, now), false));
  }

  private List<Row<?>> rows(Measure measure, Map<Measure, Map<Tags, Double>> now) {
    return now.getOrDefault(measure, Map.of()).keySet().stream()
        .<Row<?>>map(labels -> Row.of(labels, this, shown -> shown.value(measure, labels)))
        .toList();
  }

  private double value(Measure measure, Tags labels) {
    return nanoTime.getAsLong() - oldAt > 0
        ? Double.NaN
        : found.getOrDefault(measure, Map.of()).getOrDefault(labels, Double.NaN);
  }

  @Override
  public String toString() {
    return "the figures of " + survey.getClass().getSimpleName();
  }
}
