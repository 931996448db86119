package lantian.tasking.response;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lantian.tasking.duty.Duty;

/** Tells the other services what units have to do, in the transaction in which it is decided. */
public interface ResponseEvents {

  /** These units have these duties of a new day. */
  void publishDaily(RunningResponse response, Instant at, List<UnitDuties> units);

  /**
   * The level changed: each unit has all these duties from now on, and those that no longer hold
   * are withdrawn, possibly none. Events are made now, by any thread, and told in the transaction
   * in which this is run.
   *
   * @param withdrawn by unit
   * @param at business time of the change's own event
   */
  Runnable publishingChange(
      RunningResponse response,
      Instant at,
      Collection<UnitDuties> units,
      Map<String, List<Duty>> withdrawn);
}
