package lantian.warning.forecast;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import lantian.events.Mode;
import lantian.warning.jurisdiction.ExpectedRuns;
import lantian.warning.jurisdiction.Jurisdiction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses by which run a place is judged: where it ranks its sources, the newest run of the first
 * of them that is not stale; where it ranks none, or all of them are stale, the run that was issued
 * last. A run stays until a better one is there: nobody is judged by nothing.
 */
@Component
public class RunThatCounts {
  private final Forecasts forecasts;

  public RunThatCounts(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  public Optional<ForecastRun> now(Jurisdiction place, Mode mode, Instant now) {
    return choose(place, now, source -> forecasts.latest(place.code(), mode, source));
  }

  /** As it was at an earlier moment. */
  public Optional<ForecastRun> asOf(Jurisdiction place, Mode mode, Instant then) {
    return choose(
        place, then, source -> forecasts.latestReceivedBy(place.code(), mode, source, then));
  }

  private static Optional<ForecastRun> choose(
      Jurisdiction place, Instant now, Function<@Nullable String, Optional<ForecastRun>> latestOf) {
    for (ExpectedRuns expected : place.forecasts()) {
      if (expected.source() != null) {
        Optional<ForecastRun> run = latestOf.apply(expected.source());
        if (run.isPresent()
            && !isStale(run.get().issuedAt(), run.get().points().last(), expected, now)) {
          return run;
        }
      }
    }
    return latestOf.apply(null);
  }

  /**
   * A run whose last hour is over, or after which two more should have been issued.
   *
   * @param expected of its source; null: nothing
   */
  public static boolean isStale(
      Instant issuedAt, Instant lastHour, @Nullable ExpectedRuns expected, Instant now) {
    return lastHour.isBefore(now) || (expected != null && expected.isStale(issuedAt, now));
  }
}
