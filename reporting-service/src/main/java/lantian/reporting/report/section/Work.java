package lantian.reporting.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantian.events.DutyPhase;
import lantian.events.WarningLevel;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Turns;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.report.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The duties of an episode, counted the same way wherever the report counts them. Where they are
 * too many to look at each, these are those of some units, and the totals are of all.
 */
final class Work {
  private static final Comparator<Work> BY_WEIGHT =
      Comparator.comparingInt(Work::kind)
          .thenComparing((Work unit) -> unit.counts().overdue(), Comparator.reverseOrder())
          .thenComparing((Work unit) -> unit.counts().open(), Comparator.reverseOrder());

  private final List<DutyRecord> duties;
  private final Set<UUID> replaced;
  private final @Nullable WorkTotals counted;

  private Work(List<DutyRecord> duties, Set<UUID> replaced, @Nullable WorkTotals counted) {
    this.duties = duties;
    this.replaced = replaced;
    this.counted = counted;
  }

  static Work of(Episode episode) {
    return of(episode.duties(), episode.counted().work());
  }

  static Work of(List<DutyRecord> duties, @Nullable WorkTotals counted) {
    Set<UUID> replaced = new HashSet<>();
    for (DutyRecord duty : duties) {
      if (duty.work() != null && duty.work().replaces() != null) {
        replaced.add(duty.work().replaces());
      }
    }
    return new Work(duties, replaced, counted);
  }

  Work only(Predicate<DutyRecord> which) {
    return new Work(duties.stream().filter(which).toList(), replaced, null);
  }

  /** Those, or all where they are counted only: what such a number was counted among. */
  Work among(Predicate<DutyRecord> which) {
    return counted == null ? only(which) : this;
  }

  List<DutyRecord> duties() {
    return duties;
  }

  /** Of all, also where these are some. */
  WorkTotals totals() {
    if (counted != null) {
      return counted;
    }
    Map<String, Work> units = byUnit();
    return new WorkTotals(
        units.size(),
        (int) units.values().stream().filter(Work::silent).count(),
        (int) units.values().stream().filter(Work::late).count(),
        counts(),
        byLevel(),
        count(Work::isLate),
        count(d -> d.has(DutyStep.Kind.RETURNED)),
        (int)
            duties.stream()
                .filter(Work::isInferred)
                .map(d -> d.unit() + "/" + d.code())
                .distinct()
                .count(),
        events());
  }

  DutyCounts counts() {
    return new DutyCounts(
        duties.size(),
        count(DutyRecord::accepted),
        count(DutyRecord::completed),
        count(DutyRecord::completedLate),
        count(DutyRecord::everOverdue),
        count(DutyRecord::withdrawn),
        count(this::isReplaced),
        count(this::isOpen));
  }

  boolean isReplaced(DutyRecord duty) {
    return replaced.contains(duty.dutyId()) && !duty.completed() && !duty.withdrawn();
  }

  boolean isOpen(DutyRecord duty) {
    return !duty.completed() && !duty.withdrawn() && !isReplaced(duty);
  }

  static boolean isLate(DutyRecord duty) {
    return duty.everOverdue() || duty.completedLate();
  }

  static boolean isInferred(DutyRecord duty) {
    return duty.work() != null && duty.work().inferred();
  }

  static boolean followsLift(DutyRecord duty) {
    return duty.work() != null && duty.work().phase() == DutyPhase.AFTER_LIFT;
  }

  private int count(Predicate<DutyRecord> which) {
    return (int) duties.stream().filter(which).count();
  }

  /** By unit, in the order of their codes. */
  Map<String, Work> byUnit() {
    Map<String, List<DutyRecord>> units = new TreeMap<>();
    for (DutyRecord duty : duties) {
      units.computeIfAbsent(duty.unit(), u -> new ArrayList<>()).add(duty);
    }
    Map<String, Work> work = new LinkedHashMap<>();
    units.forEach((unit, of) -> work.put(unit, new Work(of, replaced, null)));
    return work;
  }

  /**
   * Units, those that matter most to a reader first: of the silent, the late and the rest by turns.
   */
  static List<Work> byTurns(List<Work> units) {
    return Turns.of(byWeight(units), Work::kind);
  }

  static List<Work> byWeight(List<Work> units) {
    return units.stream().sorted(BY_WEIGHT).toList();
  }

  private int kind() {
    if (silent()) {
      return 1;
    }
    return late() ? 2 : 3;
  }

  /** By the level at which a duty was first assigned; what follows a lift stands apart. */
  private List<WorkTotals.OfLevel> byLevel() {
    Map<Optional<WarningLevel>, List<DutyRecord>> levels =
        duties.stream()
            .filter(d -> !followsLift(d))
            .collect(Collectors.groupingBy(d -> Optional.ofNullable(d.level())));
    Work after = only(Work::followsLift);
    return Stream.concat(
            levels.entrySet().stream()
                .map(of -> ofLevel(of.getKey().orElse(null), false, of.getValue())),
            after.duties.isEmpty() ? Stream.of() : Stream.of(ofLevel(null, true, after.duties)))
        .sorted(WorkTotals.OfLevel.ORDER)
        .toList();
  }

  private WorkTotals.OfLevel ofLevel(
      @Nullable WarningLevel level, boolean afterLift, List<DutyRecord> of) {
    return new WorkTotals.OfLevel(level, afterLift, new Work(of, replaced, null).counts());
  }

  /** The duties that such a row counts, or all where they are counted only. */
  Work countedIn(WorkTotals.OfLevel level) {
    return among(
        d ->
            followsLift(d) == level.afterLift()
                && (level.afterLift() || d.level() == level.level()));
  }

  /** A unit that had something to do and answered none of it. */
  boolean silent() {
    return !duties.isEmpty() && duties.stream().noneMatch(DutyRecord::answered);
  }

  boolean late() {
    return duties.stream().anyMatch(Work::isLate);
  }

  private Map<DutyStep.Kind, Integer> events() {
    Map<DutyStep.Kind, Set<UUID>> events = new EnumMap<>(DutyStep.Kind.class);
    for (DutyRecord duty : duties) {
      for (DutyStep step : duty.steps()) {
        events.computeIfAbsent(step.kind(), k -> new HashSet<>()).add(step.eventId());
      }
    }
    return events.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().size()));
  }

  List<String> sources(Sources sources, DutyStep.Kind kind) {
    if (counted != null) {
      return sources.counted(kind.event(), counted.events().getOrDefault(kind, 0));
    }
    return sources.of(
        kind.event(),
        duties.stream()
            .flatMap(d -> d.steps().stream())
            .filter(s -> s.kind() == kind)
            .map(DutyStep::eventId)
            .toList());
  }

  /** Where a count is nothing, the assignments it was counted among. */
  List<String> sourcesOr(Sources sources, DutyStep.Kind kind) {
    List<String> found = sources(sources, kind);
    return found.isEmpty() ? sources(sources, DutyStep.Kind.ASSIGNED) : found;
  }

  List<String> allSources(Sources sources) {
    List<String> all = List.of();
    for (DutyStep.Kind kind : DutyStep.Kind.values()) {
      all = Sources.and(all, sources(sources, kind));
    }
    return all;
  }
}
