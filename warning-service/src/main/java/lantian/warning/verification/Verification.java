package lantian.warning.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts and warnings of a place in a time, held against what was measured.
 *
 * @param policy by which episodes are found; a run and a warning are held against their own
 * @param runs those whose hours have all been measured, the earliest first
 * @param runsNotOver how many others were issued
 * @param warningsNotOver how many were published that are in force, or whose end was not measured
 * @param missed episodes that no warning touched
 */
public record Verification(
    String jurisdiction,
    LocalDate from,
    LocalDate to,
    @Nullable String source,
    String policy,
    List<VerifiedRun> runs,
    int runsNotOver,
    List<Episode> episodes,
    List<VerifiedWarning> warnings,
    int warningsNotOver,
    List<Episode> missed) {
  public Verification {
    runs = List.copyOf(runs);
    episodes = List.copyOf(episodes);
    warnings = List.copyOf(warnings);
    missed = List.copyOf(missed);
  }

  /** In the order of their names. */
  public List<String> sources() {
    return runs.stream().map(VerifiedRun::source).distinct().sorted().toList();
  }

  public List<VerifiedRun> runsOf(String name) {
    return runs.stream().filter(run -> run.source().equals(name)).toList();
  }

  /** All days of these runs. */
  public static Score daysOf(List<VerifiedRun> runs) {
    return Score.of(
        runs.stream().flatMap(run -> run.days().stream()).map(VerifiedRun.Day::asCase).toList());
  }

  /** The days of these runs by how far ahead they were. */
  public static SortedMap<Integer, Score> leadDaysOf(List<VerifiedRun> runs) {
    SortedMap<Integer, List<Score.Case>> cases = new TreeMap<>();
    for (VerifiedRun run : runs) {
      for (VerifiedRun.Day day : run.days()) {
        cases.computeIfAbsent(day.leadDay(), _ -> new ArrayList<>()).add(day.asCase());
      }
    }
    SortedMap<Integer, Score> scores = new TreeMap<>();
    cases.forEach((lead, all) -> scores.put(lead, Score.of(all)));
    return scores;
  }

  /** The warnings and the episodes without one; of what did not happen nothing is counted. */
  public Score ofWarnings() {
    List<Score.Case> cases = new ArrayList<>();
    warnings.forEach(warning -> cases.add(warning.asCase()));
    missed.forEach(episode -> cases.add(new Score.Case(WarningLevel.NONE, episode.level())));
    return Score.of(cases);
  }
}
