package lantian.reporting.episode.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.WarningLevel;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.Turns;
import lantian.reporting.episode.WorkTotals.OfLevel;
import org.jspecify.annotations.Nullable;

/** Adds up what the duties of each unit at each level come to. */
final class UnitParts {
  private static final DutyCounts NONE = new DutyCounts(0, 0, 0, 0, 0, 0, 0, 0);
  private static final Comparator<UnitWork> BY_WEIGHT =
      Comparator.comparingInt(UnitWork::kind)
          .thenComparing(UnitWork::overdue, Comparator.reverseOrder())
          .thenComparing(UnitWork::open, Comparator.reverseOrder())
          .thenComparing(UnitWork::unit);

  private final Map<String, UnitWork> units = new HashMap<>();
  private final Map<Level, DutyCounts> levels = new HashMap<>();
  private DutyCounts all = NONE;
  private int late;
  private int returned;

  /**
   * The duties of a unit that were first assigned at one level, or that follow a lift.
   *
   * @param late once overdue or completed late
   * @param returned ever sent back
   * @param worked whether the unit answered any of them
   */
  record Part(
      String unit,
      boolean afterLift,
      @Nullable WarningLevel level,
      DutyCounts counts,
      int late,
      int returned,
      boolean worked) {}

  private record Level(@Nullable WarningLevel level, boolean afterLift) {}

  private record UnitWork(String unit, boolean worked, int late, int overdue, int open) {
    static UnitWork of(Part part) {
      DutyCounts counts = part.counts;
      return new UnitWork(part.unit, part.worked, part.late, counts.overdue(), counts.open());
    }

    UnitWork plus(UnitWork other) {
      return new UnitWork(
          unit,
          worked || other.worked,
          late + other.late,
          overdue + other.overdue,
          open + other.open);
    }

    int kind() {
      if (!worked) {
        return 1;
      }
      return late > 0 ? 2 : 3;
    }
  }

  void add(Part part) {
    units.merge(part.unit, UnitWork.of(part), UnitWork::plus);
    levels.merge(new Level(part.level, part.afterLift), part.counts, DutyCounts::plus);
    all = all.plus(part.counts);
    late += part.late;
    returned += part.returned;
  }

  DutyCounts all() {
    return all;
  }

  int late() {
    return late;
  }

  int returned() {
    return returned;
  }

  int units() {
    return units.size();
  }

  int silentUnits() {
    return (int) units.values().stream().filter(unit -> !unit.worked).count();
  }

  int lateUnits() {
    return (int) units.values().stream().filter(unit -> unit.late > 0).count();
  }

  List<OfLevel> byLevel() {
    List<OfLevel> rows = new ArrayList<>();
    levels.forEach((of, counts) -> rows.add(new OfLevel(of.level, of.afterLift, counts)));
    rows.sort(OfLevel.ORDER);
    return rows;
  }

  List<String> thatMatter(int atMost) {
    List<UnitWork> byWeight = units.values().stream().sorted(BY_WEIGHT).toList();
    return Turns.of(byWeight, UnitWork::kind).stream().limit(atMost).map(UnitWork::unit).toList();
  }
}
