package lantian.reporting.report.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import lantian.events.EventType;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.report.Sources;

/** The duties of an episode, counted the same way wherever the report counts them. */
final class Work {
  private final List<DutyRecord> duties;
  private final Set<UUID> replaced = new HashSet<>();

  private Work(List<DutyRecord> duties, Set<UUID> replaced) {
    this.duties = duties;
    this.replaced.addAll(replaced);
  }

  static Work of(Episode episode) {
    Set<UUID> replaced = new HashSet<>();
    for (DutyRecord duty : episode.duties()) {
      if (duty.work() != null && duty.work().replaces() != null) {
        replaced.add(duty.work().replaces());
      }
    }
    return new Work(episode.duties(), replaced);
  }

  Work only(Predicate<DutyRecord> which) {
    return new Work(duties.stream().filter(which).toList(), replaced);
  }

  List<DutyRecord> duties() {
    return duties;
  }

  boolean isEmpty() {
    return duties.isEmpty();
  }

  int assigned() {
    return duties.size();
  }

  int accepted() {
    return count(DutyRecord::accepted);
  }

  int completed() {
    return count(DutyRecord::completed);
  }

  int completedLate() {
    return count(DutyRecord::completedLate);
  }

  int overdue() {
    return count(DutyRecord::everOverdue);
  }

  int withdrawn() {
    return count(DutyRecord::withdrawn);
  }

  /** Taken over by a stricter or an easier duty of the next level, without having been done. */
  int replaced() {
    return count(this::isReplaced);
  }

  /** Still to be done. */
  int open() {
    return count(d -> !d.completed() && !d.withdrawn() && !isReplaced(d));
  }

  boolean isReplaced(DutyRecord duty) {
    return replaced.contains(duty.dutyId()) && !duty.completed() && !duty.withdrawn();
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
    units.forEach((unit, of) -> work.put(unit, new Work(of, replaced)));
    return work;
  }

  /** A unit that had something to do and answered none of it. */
  boolean silent() {
    return !duties.isEmpty() && duties.stream().noneMatch(DutyRecord::answered);
  }

  boolean late() {
    return duties.stream().anyMatch(d -> d.everOverdue() || d.completedLate());
  }

  List<String> sources(Sources sources, DutyStep.Kind kind) {
    return sources.of(
        type(kind),
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

  private static EventType type(DutyStep.Kind kind) {
    return switch (kind) {
      case ASSIGNED -> EventType.DUTIES_ASSIGNED;
      case ACCEPTED -> EventType.DUTY_ACCEPTED;
      case REPORTED -> EventType.DUTY_REPORTED;
      case COMPLETED -> EventType.DUTY_COMPLETED;
      case RETURNED -> EventType.DUTY_RETURNED;
      case OVERDUE -> EventType.DUTY_OVERDUE;
      case WITHDRAWN -> EventType.DUTIES_WITHDRAWN;
    };
  }
}
