package lantian.warning.forecast;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the stored runs, and where each of them stands now. */
@Service
public class LookingAtRuns {
  private final IssuedRuns runs;
  private final Forecasts forecasts;
  private final RunThatCounts counting;
  private final Jurisdictions jurisdictions;

  public LookingAtRuns(
      IssuedRuns runs, Forecasts forecasts, RunThatCounts counting, Jurisdictions jurisdictions) {
    this.runs = runs;
    this.forecasts = forecasts;
    this.counting = counting;
    this.jurisdictions = jurisdictions;
  }

  /**
   * A run as it stands.
   *
   * @param counts the place is judged by it
   * @param stale over, or two more should have come after it
   */
  public record SeenRun(IssuedRun run, boolean counts, boolean stale) {}

  /** The runs of one page, and how many there are on all of them. */
  public record SeenRuns(long total, List<SeenRun> runs) {}

  @Transactional(readOnly = true)
  public SeenRuns list(IssuedRuns.Wanted wanted, int page, int size, Instant now) {
    Map<String, @Nullable UUID> counting = new HashMap<>();
    return new SeenRuns(
        runs.count(wanted),
        runs.list(wanted, page, size).stream()
            .map(run -> seen(run, wanted.mode(), counting, now))
            .toList());
  }

  @Transactional(readOnly = true)
  public Optional<SeenRun> find(UUID id, Instant now) {
    return runs.find(id).map(run -> seen(run, Mode.LIVE, new HashMap<>(), now));
  }

  /** All that a run said. */
  @Transactional(readOnly = true)
  public ForecastRun whole(UUID id) {
    return forecasts.get(id);
  }

  private SeenRun seen(
      IssuedRun run, Mode mode, Map<String, @Nullable UUID> countingIn, Instant now) {
    Jurisdiction place = jurisdictions.find(run.jurisdiction()).orElse(null);
    if (place == null) {
      return new SeenRun(run, false, true);
    }
    if (!countingIn.containsKey(place.code())) {
      countingIn.put(
          place.code(), counting.now(place, mode, now).map(ForecastRun::id).orElse(null));
    }
    return new SeenRun(
        run,
        run.id().equals(countingIn.get(place.code())),
        RunThatCounts.isStale(run.issuedAt(), run.to(), place.expectedOf(run.source()), now));
  }
}
