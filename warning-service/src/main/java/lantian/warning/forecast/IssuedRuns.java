package lantian.warning.forecast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/** All stored runs, to look at. */
public interface IssuedRuns {

  /**
   * Which runs are asked for; null: all.
   *
   * @param from issued then or later
   * @param before issued earlier
   */
  record Wanted(
      Collection<String> jurisdictions,
      Mode mode,
      @Nullable String source,
      @Nullable Instant from,
      @Nullable Instant before) {}

  long count(Wanted wanted);

  /** The one issued last first. */
  List<IssuedRun> list(Wanted wanted, int page, int size);

  Optional<IssuedRun> find(UUID id);
}
