package lantian.tasking.response;

import java.time.Instant;
import java.util.List;
import lantian.events.Occasion;
import lantian.tasking.duty.Duty;

/** Tells the other services what units have to do, in the transaction in which it is decided. */
public interface ResponseEvents {

  /** A unit has these duties: all it has, or those of a new day. */
  void publishAssigned(RunningResponse response, Occasion occasion, Instant at, UnitDuties unit);

  /** These duties of a unit no longer hold, possibly none; those of {@code unit} remain. */
  void publishWithdrawn(RunningResponse response, UnitDuties unit, List<Duty> withdrawn);
}
