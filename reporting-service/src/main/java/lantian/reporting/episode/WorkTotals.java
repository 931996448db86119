package lantian.reporting.episode;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What became of all duties of a warning, in numbers.
 *
 * @param silentUnits that had something to do and answered none of it
 * @param lateUnits with a duty that was once overdue or completed late
 * @param late duties that were once overdue or completed late
 * @param returned duties that were ever sent back
 * @param inferred duties of a unit (its days together) whose level is inferred
 * @param events of each kind, each event once
 */
public record WorkTotals(
    int units,
    int silentUnits,
    int lateUnits,
    DutyCounts all,
    List<OfLevel> byLevel,
    int late,
    int returned,
    int inferred,
    Map<DutyStep.Kind, Integer> events) {

  public WorkTotals {
    byLevel = List.copyOf(byLevel);
    events = Map.copyOf(events);
  }

  /**
   * The duties that were first assigned at a level; those that follow a lift stand apart.
   *
   * @param level null after a lift, and while the assignment is not known
   */
  public record OfLevel(@Nullable WarningLevel level, boolean afterLift, DutyCounts counts) {
    /** The highest first; then what follows a lift, then what is not known. */
    public static final Comparator<OfLevel> ORDER = Comparator.comparingInt(OfLevel::place);

    private static int place(OfLevel of) {
      int levels = WarningLevel.values().length;
      if (of.afterLift) {
        return levels;
      }
      return of.level == null ? levels + 1 : levels - 1 - of.level.ordinal();
    }
  }
}
