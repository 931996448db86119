package lantian.reporting.incident;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.events.WarningLevel;

/**
 * The warning of a place, in force or lifted not long ago, and how far its latest change has come.
 * What is not in a map is none: nobody in that stage, nothing that waits, a step not taken yet.
 *
 * @param silent units that have not answered, the longest first, and only the longest
 * @param late units with something due and not done, likewise
 */
public record Incident(
    String jurisdiction,
    Mode mode,
    WarningLevel level,
    Map<UnitStage, Long> units,
    Map<DutyStanding, Long> duties,
    Map<DeliveryStanding, Long> deliveries,
    Map<Waiting, Duration> oldest,
    Map<ChainStep, Duration> steps,
    List<UnitDelay> silent,
    List<UnitDelay> late) {

  public Incident {
    units = Map.copyOf(units);
    duties = Map.copyOf(duties);
    deliveries = Map.copyOf(deliveries);
    oldest = Map.copyOf(oldest);
    steps = Map.copyOf(steps);
    silent = List.copyOf(silent);
    late = List.copyOf(late);
  }

  /**
   * What an incident is narrowed to.
   *
   * @param liftedWithin how long a lifted warning is still watched
   * @param silentAfter how long a unit may take to answer before it counts as silent
   * @param longest how many units are named, at the most
   */
  public record Bounds(Duration liftedWithin, Duration silentAfter, int longest) {}
}
