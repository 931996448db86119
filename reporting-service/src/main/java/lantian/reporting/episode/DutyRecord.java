package lantian.reporting.episode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A duty with all that happened to it, in the order of its own versions. A duty that repeats daily
 * is one duty for each of its dates.
 *
 * @param work null while only later steps are known and the assignment is still on its way
 */
public record DutyRecord(
    UUID dutyId, String unit, String code, @Nullable AssignedWork work, List<DutyStep> steps) {
  public DutyRecord {
    steps =
        steps.stream()
            .sorted(Comparator.comparingLong(DutyStep::version).thenComparing(DutyStep::at))
            .toList();
  }

  public Optional<DutyStep> last(DutyStep.Kind kind) {
    return steps.reversed().stream().filter(s -> s.kind() == kind).findFirst();
  }

  public Optional<DutyStep> first(DutyStep.Kind kind) {
    return steps.stream().filter(s -> s.kind() == kind).findFirst();
  }

  public boolean has(DutyStep.Kind kind) {
    return first(kind).isPresent();
  }

  /** Taken on by the liaison, now or at the level before. */
  public boolean accepted() {
    return has(DutyStep.Kind.ACCEPTED)
        || has(DutyStep.Kind.COMPLETED)
        || (work != null && work.accepted());
  }

  /** Done, and not sent back since. */
  public boolean completed() {
    for (DutyStep step : steps.reversed()) {
      if (step.kind() == DutyStep.Kind.COMPLETED) {
        return true;
      }
      if (step.kind() == DutyStep.Kind.RETURNED) {
        return false;
      }
    }
    return false;
  }

  /** Once not done when it was due, whether or not it was done later. */
  public boolean everOverdue() {
    return has(DutyStep.Kind.OVERDUE);
  }

  public boolean completedLate() {
    return completed() && last(DutyStep.Kind.COMPLETED).map(DutyStep::late).orElse(false);
  }

  /** No longer asked for, and not done before that. */
  public boolean withdrawn() {
    return has(DutyStep.Kind.WITHDRAWN) && !completed();
  }

  /** Whether the unit answered at all: accepted, reported or completed. */
  public boolean answered() {
    return has(DutyStep.Kind.ACCEPTED)
        || has(DutyStep.Kind.REPORTED)
        || has(DutyStep.Kind.COMPLETED);
  }

  /** The level at which the duty was first assigned; null while the assignment is not known. */
  public @Nullable WarningLevel level() {
    return steps.stream()
        .filter(s -> s.kind() == DutyStep.Kind.ASSIGNED && s.revision() != null)
        .min(Comparator.comparingLong(DutyRecord::revisionOf).thenComparing(DutyStep::version))
        .map(DutyStep::level)
        .orElse(null);
  }

  private static long revisionOf(DutyStep step) {
    return step.revision() == null ? Long.MAX_VALUE : step.revision();
  }

  public String unitName() {
    return work == null ? unit : work.unitName();
  }

  public String unitNameEn() {
    return work == null ? unit : work.unitNameEn();
  }
}
