package lantian.tasking.response;

import static lantian.events.WarningLevel.NONE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lantian.events.ChangeKind;
import lantian.events.DutyDelta;
import lantian.tasking.duty.Acceptance;
import lantian.tasking.duty.Assignment;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyId;
import lantian.tasking.fanout.LevelBefore;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.PlanChunk;
import lantian.tasking.plan.PlanDelta;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.response.UnitDuties.Listed;
import org.jspecify.annotations.Nullable;

/**
 * What a level change does to some units, held against the duties that they are asked for now: the
 * plan says which hold at the new level, and a duty that holds already is kept as it is, or with
 * another measure is replaced by a new one that carries the acceptance over.
 *
 * <p>A daily duty with another measure begins on the first date whose hour is not past and which is
 * not done yet; its earlier dates stay as they are.
 */
final class FanOut {
  private final LevelChange change;
  private final DueTimes dueTimes;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, List<Duty>> askedByCode = new HashMap<>();
  private final List<Duty> added = new ArrayList<>();
  private final List<DutyId> replaced = new ArrayList<>();
  private final List<DutyId> withdrawn = new ArrayList<>();
  private final Map<String, UnitDuties> units = new LinkedHashMap<>();

  /**
   * @param chunk the units to look at
   * @param before what was in force or on its way to them
   * @param asked the duties in force that these units are asked for now, done or not
   */
  FanOut(
      LevelChange change,
      PlanChunk chunk,
      @Nullable LevelBefore before,
      Collection<Duty> asked,
      DueTimes dueTimes) {
    this.change = change;
    this.dueTimes = dueTimes;
    for (var unit : chunk.units()) {
      unit.duties()
          .forEach(duty -> positions.put(duty.code(), chunk.firstPosition() + positions.size()));
    }
    for (var duty : asked) {
      askedByCode.computeIfAbsent(duty.assignment().code(), _ -> new ArrayList<>()).add(duty);
    }
    Set<String> holding = new HashSet<>();
    for (var ofUnit : delta(change, chunk.units(), before).units()) {
      var list = new ArrayList<Listed>();
      for (var ofDuty : ofUnit.duties()) {
        if (ofDuty.delta() != DutyDelta.WITHDRAWN) {
          holding.add(ofDuty.duty().code());
          list.add(listed(ofUnit.unit(), ofDuty));
        }
      }
      units.put(
          ofUnit.unit().code(), new UnitDuties(ofUnit.unit().code(), ofUnit.unit().name(), list));
    }
    for (var duty : asked) {
      var what = duty.assignment();
      if (!holding.contains(what.code())) {
        withdrawn.add(duty.id());
        units.putIfAbsent(what.unit(), new UnitDuties(what.unit(), what.unitName(), List.of()));
      }
    }
  }

  /** New duties. */
  List<Duty> added() {
    return added;
  }

  /** Duties that a new one takes the place of. */
  List<DutyId> replaced() {
    return replaced;
  }

  /** Duties that are no longer asked for. */
  List<DutyId> withdrawn() {
    return withdrawn;
  }

  /** Every one of these units that had or has duties, in the plan's order. */
  Collection<UnitDuties> units() {
    return units.values();
  }

  private static PlanDelta delta(
      LevelChange change, List<PlanUnit> units, @Nullable LevelBefore known) {
    // Where a revision overtook the ones before it, nothing is held yet: what the plan asks is new.
    var before = known != null ? known.level() : change.to() == NONE ? change.from() : NONE;
    var responseBefore = known != null ? known.response() : change.response();
    return change.kind() == ChangeKind.CANCEL
        ? PlanDelta.cancelling(units, before, responseBefore)
        : PlanDelta.between(units, before, responseBefore, change.to(), change.response());
  }

  private Listed listed(PlanUnit unit, PlanDelta.OfDuty planned) {
    var standing = askedByCode.getOrDefault(planned.duty().code(), List.of());
    if (standing.isEmpty()) {
      return add(
          DutyDelta.ADDED,
          unit,
          planned,
          beginning(planned.duty(), change.effectiveFrom()),
          null,
          null);
    }
    var last = latest(standing);
    if (Objects.equals(last.assignment().measure(), planned.measureAfter())) {
      return new Listed(last, DutyDelta.KEPT);
    }
    var delta =
        change.to().isAbove(last.assignment().level()) ? DutyDelta.TIGHTENED : DutyDelta.EASED;
    // A running series goes on with its new measure at once: no day of it is left out.
    var beginning = beginning(planned.duty(), change.publishedAt());
    var doneOn = last.completion() == null ? null : last.assignment().onDate();
    if (beginning.date() != null && doneOn != null && !doneOn.isBefore(beginning.date())) {
      beginning = beginning.on(doneOn.plusDays(1));
    }
    DutyId takenOver = null;
    for (var duty : standing) {
      var date = duty.assignment().onDate();
      if (date == null || beginning.date() != null && !date.isBefore(beginning.date())) {
        replaced.add(duty.id());
        takenOver = last.id();
      }
    }
    return add(delta, unit, planned, beginning, takenOver, last.acceptance());
  }

  private Listed add(
      DutyDelta delta,
      PlanUnit unit,
      PlanDelta.OfDuty planned,
      Beginning beginning,
      @Nullable DutyId replaces,
      @Nullable Acceptance carriedOver) {
    var duty = planned.duty();
    var asked =
        new Assignment(
            change.warning(),
            change.revision(),
            change.mode(),
            change.jurisdiction(),
            unit.code(),
            unit.name(),
            Objects.requireNonNull(positions.get(duty.code())),
            duty.code(),
            duty.statement(),
            planned.measureAfter(),
            duty.kind(),
            duty.phase(),
            change.to(),
            change.publishedAt(),
            beginning.dueAt(),
            beginning.date(),
            duty.evidence(),
            duty.supporting(),
            duty.clause(),
            duty.inferred(),
            replaces);
    var fresh = Duty.assigned(asked, carriedOver);
    added.add(fresh);
    return new Listed(fresh, delta);
  }

  /** When a duty is due for the first time, if it is a daily one not before {@code from}. */
  private Beginning beginning(PlannedDuty duty, Instant from) {
    return switch (duty.deadline()) {
      case Deadline.After after -> new Beginning(null, DueTimes.once(after, change));
      case Deadline.TimeOfDay hour -> {
        var first = DueTimes.firstDate(hour, from);
        yield new Beginning(first, DueTimes.at(first, hour.time()));
      }
      case Deadline.WorkingDays days -> new Beginning(null, dueTimes.afterLift(days, change));
      case null ->
          throw new IllegalStateException(
              "duty " + duty.code() + " has no deadline to fall due by");
    };
  }

  private record Beginning(@Nullable LocalDate date, Instant dueAt) {
    Beginning on(LocalDate other) {
      return new Beginning(other, DueTimes.sameHourOn(other, dueAt));
    }
  }

  /** Of a daily duty the latest date, of any other the only one. */
  static Duty latest(List<Duty> standing) {
    var latest = standing.getFirst();
    for (var duty : standing) {
      var date = duty.assignment().onDate();
      var latestDate = latest.assignment().onDate();
      if (date != null && latestDate != null && date.isAfter(latestDate)) {
        latest = duty;
      }
    }
    return latest;
  }
}
