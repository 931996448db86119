package lantian.tasking.response;

import java.util.List;
import lantian.events.DutyDelta;
import lantian.events.Text;
import lantian.tasking.duty.Duty;

/** What one unit has to do after a change, in the plan's order; nothing where it may stand down. */
public record UnitDuties(String unit, Text name, List<Listed> list) {

  /** A duty with what the change did to it. */
  public record Listed(Duty duty, DutyDelta delta) {}

  public UnitDuties {
    list = List.copyOf(list);
  }
}
