package lantian.warning.forecast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/** All forecast runs; none is ever changed. */
public interface Forecasts {

  /** Fingerprint of a stored run; there is one. */
  String fingerprintOf(UUID id);

  /** A stored run; there is one. */
  ForecastRun get(UUID id);

  /**
   * The run that was issued last, of two at the same time the one received last.
   *
   * @param source null: of any
   */
  Optional<ForecastRun> latest(String jurisdiction, Mode mode, @Nullable String source);

  /** As {@link #latest} was at an earlier moment: of the runs that had arrived by then. */
  Optional<ForecastRun> latestReceivedBy(
      String jurisdiction, Mode mode, @Nullable String source, Instant then);

  /** Of the runs that had arrived by then, those issued last: the newest first. */
  List<ForecastRun> latestReceivedBy(String jurisdiction, Mode mode, Instant then, int most);

  /**
   * In the order of their issue.
   *
   * @param source null: of all sources
   * @param to not counted
   */
  List<ForecastRun> issuedBetween(
      String jurisdiction, Mode mode, @Nullable String source, Instant from, Instant to);

  /** When a run last arrived for each of these places, where any did. */
  Map<String, Instant> lastArrivals(Collection<String> jurisdictions, Mode mode);

  /**
   * A source of a place.
   *
   * @param source null: whoever issues runs there
   */
  record PlaceAndSource(String jurisdiction, @Nullable String source) {}

  /** When a run of each of these was last issued, where any was. */
  Map<PlaceAndSource, Instant> lastIssued(List<PlaceAndSource> asked, Mode mode);

  /**
   * Stores it, once.
   *
   * @return whether it was stored; false: a run of its id is there already, and nothing changed
   */
  boolean save(ForecastRun run, String receivedBy, Instant receivedAt);
}
