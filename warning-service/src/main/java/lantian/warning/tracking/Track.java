package lantian.warning.tracking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.damping.Agreement;
import lantian.warning.damping.Damped;
import org.jspecify.annotations.Nullable;

/**
 * How the judged level went from run to run in a place, and how it looks now.
 *
 * @param inForce the level in force
 * @param policy by which is judged now; null where there is nothing to judge
 * @param damped what waits for other runs now
 * @param agreements how far the runs agree now on the change that is asked for; empty where none is
 */
public record Track(
    String jurisdiction,
    WarningLevel inForce,
    @Nullable String policy,
    @Nullable Damped damped,
    List<Agreement> agreements,
    List<OfSource> sources) {
  public Track {
    agreements = List.copyOf(agreements);
    sources = List.copyOf(sources);
  }

  /**
   * The runs of one source, the newest first.
   *
   * @param levelsNow what those that are not over come to, seen from now, by run
   */
  public record OfSource(String source, List<TrackedRun> runs, Map<UUID, WarningLevel> levelsNow) {
    public OfSource {
      runs = List.copyOf(runs);
      levelsNow = Map.copyOf(levelsNow);
    }

    /** How many of them were judged to each level, the highest first. */
    public Map<WarningLevel, Integer> counts() {
      Map<WarningLevel, Integer> counts = new EnumMap<>(WarningLevel.class);
      for (WarningLevel level : levels()) {
        counts.merge(level, 1, Integer::sum);
      }
      return counts;
    }

    /** How often the level was another than that of the run before. */
    public int changes() {
      List<WarningLevel> levels = levels();
      int changes = 0;
      for (int i = 1; i < levels.size(); i++) {
        changes += levels.get(i) == levels.get(i - 1) ? 0 : 1;
      }
      return changes;
    }

    /** The oldest first; those left out that were judged to none. */
    public List<WarningLevel> levels() {
      return runs.reversed().stream()
          .flatMap(run -> java.util.stream.Stream.ofNullable(run.level()))
          .toList();
    }
  }
}
