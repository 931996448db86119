package lantian.warning.damping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.WarningLevel;

/**
 * How many of a source's latest runs come to a level, as they look now.
 *
 * @param raises to be counted, a run comes to the level or a higher one; otherwise to it or a lower
 *     one
 */
public record Agreement(String source, WarningLevel level, boolean raises, int runs, int agreeing) {
  /** Of each source so many runs are counted: two days of morning and evening runs. */
  private static final int MOST_RUNS = 4;

  /**
   * Of each source, in the order in which they issued last.
   *
   * @param runs the newest first
   */
  public static List<Agreement> on(WarningLevel level, boolean raises, List<RunJudged> runs) {
    Map<String, List<RunJudged>> bySource = new LinkedHashMap<>();
    for (RunJudged run : runs) {
      bySource.computeIfAbsent(run.source(), _ -> new ArrayList<>()).add(run);
    }
    List<Agreement> agreements = new ArrayList<>();
    bySource.forEach(
        (source, all) -> {
          List<RunJudged> latest = all.subList(0, Math.min(MOST_RUNS, all.size()));
          agreements.add(
              new Agreement(source, level, raises, latest.size(), count(level, raises, latest)));
        });
    return List.copyOf(agreements);
  }

  static int count(WarningLevel level, boolean raises, List<RunJudged> runs) {
    return (int)
        runs.stream()
            .map(run -> run.judgement().toLevel())
            .filter(to -> raises ? !level.isAbove(to) : !to.isAbove(level))
            .count();
  }
}
