package lantian.reporting.episode;

import java.util.List;

/**
 * Duties that are too many to look at each.
 *
 * @param units those that matter most to a reader: of the silent, the late and the rest by turns,
 *     those with the most overdue and the most open duties
 */
public record CountedWork(WorkTotals totals, List<String> units) {
  public CountedWork {
    units = List.copyOf(units);
  }
}
