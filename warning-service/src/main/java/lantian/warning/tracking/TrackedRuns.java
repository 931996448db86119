package lantian.warning.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/** What every run was judged to; only added to. */
public interface TrackedRuns {

  /**
   * Keeps it, once: where it is there already nothing changes.
   *
   * @param alone what the run came to by itself, by which it is listed, also one that was over when
   *     it came; null where there was nothing to judge
   * @return the level of the run of its source that was issued before it; empty where there is
   *     none, and where it was there already
   */
  Optional<WarningLevel> add(Place place, TrackedRun run, @Nullable Assessment alone);

  /** Where a change had to wait for other runs since then. */
  List<Place> dampedSince(Instant then);

  /** Where, live or in a drill. */
  record Place(String jurisdiction, Mode mode) {}

  /** Of each source the runs issued last, the newest first; a source that issued last first. */
  List<TrackedRun> latest(String jurisdiction, Mode mode, int mostOfEachSource);
}
