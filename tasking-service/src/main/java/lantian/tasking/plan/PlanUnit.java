package lantian.tasking.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;

/**
 * A body with duties in a plan.
 *
 * @param code short and stable, such as {@code zjj} for 住建局
 * @param name as the list of duties calls it
 */
public record PlanUnit(String code, Text name, UnitKind kind, List<PlannedDuty> duties) {

  public PlanUnit {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    duties = List.copyOf(duties);
    if (duties.isEmpty()) {
      throw new IllegalArgumentException("unit " + code + " has no duties");
    }
  }

  /** The duties that hold while this level is in force under this response; none at NONE. */
  public List<PlannedDuty> dutiesFor(WarningLevel level, Response response) {
    return duties.stream().filter(duty -> duty.holdsAt(level, response)).toList();
  }

  /** The duties that fall due after the lift of a warning under this response. */
  public List<PlannedDuty> dutiesAfterLift(Response response) {
    return duties.stream().filter(duty -> duty.followsLift(response)).toList();
  }
}
