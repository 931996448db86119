package lantian.tasking.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lantian.events.DutyDelta;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a level change does to the duties of a plan's units, in their order; units that neither had
 * nor have a duty are left out. A duty that holds before and after is TIGHTENED or EASED where the
 * plan gives it another measure at the new level, else KEPT. On a lift the duties in force are
 * WITHDRAWN and those that follow the lift ADDED. Duties that follow an earlier lift are not
 * touched by a new warning.
 */
public record PlanDelta(List<OfUnit> units) {

  /** The change for one unit. */
  public record OfUnit(PlanUnit unit, List<OfDuty> duties) {
    public OfUnit {
      duties = List.copyOf(duties);
    }
  }

  /** The change for one duty, with its measure before and after where the plan has one. */
  public record OfDuty(
      PlannedDuty duty,
      DutyDelta delta,
      @Nullable Text measureBefore,
      @Nullable Text measureAfter) {}

  public PlanDelta {
    units = List.copyOf(units);
  }

  /** From one level to another, the response being of the same kind. */
  public static PlanDelta between(
      List<PlanUnit> units, WarningLevel before, WarningLevel after, Response response) {
    return between(units, before, response, after, response);
  }

  /** From one level and response to another; NONE is before the first warning or after its lift. */
  public static PlanDelta between(
      List<PlanUnit> units,
      WarningLevel before,
      Response responseBefore,
      WarningLevel after,
      Response responseAfter) {
    boolean lift = before != WarningLevel.NONE && after == WarningLevel.NONE;
    return compare(units, before, responseBefore, after, responseAfter, lift);
  }

  /** A warning published in error is withdrawn: what was in force ends, and nothing follows. */
  public static PlanDelta cancelling(List<PlanUnit> units, WarningLevel before, Response response) {
    return compare(units, before, response, WarningLevel.NONE, response, false);
  }

  /** The change for the unit of this code. */
  public Optional<OfUnit> of(String unit) {
    return units.stream().filter(each -> each.unit().code().equals(unit)).findFirst();
  }

  private static PlanDelta compare(
      List<PlanUnit> units,
      WarningLevel before,
      Response responseBefore,
      WarningLevel after,
      Response responseAfter,
      boolean lift) {
    List<OfUnit> changed = new ArrayList<>();
    for (PlanUnit unit : units) {
      List<OfDuty> duties = new ArrayList<>();
      for (PlannedDuty duty : unit.duties()) {
        boolean held = duty.holdsAt(before, responseBefore);
        boolean holds =
            duty.holdsAt(after, responseAfter) || lift && duty.followsLift(responseBefore);
        if (held || holds) {
          duties.add(movement(duty, held, holds, before, after));
        }
      }
      if (!duties.isEmpty()) {
        changed.add(new OfUnit(unit, duties));
      }
    }
    return new PlanDelta(changed);
  }

  private static OfDuty movement(
      PlannedDuty duty, boolean held, boolean holds, WarningLevel before, WarningLevel after) {
    Text measureBefore = held ? duty.measureAt(before) : null;
    Text measureAfter = holds && duty.phase() == DutyPhase.IN_FORCE ? duty.measureAt(after) : null;
    DutyDelta delta;
    if (!held) {
      delta = DutyDelta.ADDED;
    } else if (!holds) {
      delta = DutyDelta.WITHDRAWN;
    } else if (Objects.equals(measureBefore, measureAfter)) {
      delta = DutyDelta.KEPT;
    } else {
      delta = after.isAbove(before) ? DutyDelta.TIGHTENED : DutyDelta.EASED;
    }
    return new OfDuty(duty, delta, measureBefore, measureAfter);
  }
}
