package lantian.tasking.response;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.events.Occasion;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.Duty;
import lantian.tasking.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a level change into what every unit has to do now. */
@Service
@Transactional
public class FanningOutDuties {
  private final Plans plans;
  private final Responses responses;
  private final Duties duties;
  private final ResponseEvents events;
  private final DueTimes dueTimes;

  public FanningOutDuties(
      Plans plans, Responses responses, Duties duties, ResponseEvents events, DueTimes dueTimes) {
    this.plans = plans;
    this.responses = responses;
    this.duties = duties;
    this.events = events;
    this.dueTimes = dueTimes;
  }

  /**
   * Tells whether the change took effect: a revision that is not newer than the one in effect does
   * not.
   *
   * @throws NoPlan where the jurisdiction has none, so that the change cannot be tasked
   */
  public boolean fanOut(LevelChange change) {
    var before = responses.take(change.warning()).orElse(null);
    if (before != null && before.change().revision() >= change.revision()) {
      return false;
    }
    var plan = plans.of(change.jurisdiction()).orElseThrow(() -> new NoPlan(change));
    var asked = duties.takeAsked(change.warning());
    var fanOut = new FanOut(change, plan, before, asked, dueTimes);
    var now = new RunningResponse(change, plan.version(), ChinaTime.dateOf(change.publishedAt()));
    responses.keep(now);
    duties.replace(fanOut.replaced(), change.publishedAt());
    var withdrawn = byUnit(duties.withdraw(fanOut.withdrawn(), change.publishedAt()));
    duties.add(fanOut.added());
    for (var unit : fanOut.units()) {
      if (!unit.list().isEmpty()) {
        events.publishAssigned(now, Occasion.LEVEL_CHANGE, change.publishedAt(), unit);
      }
      var ofUnit = withdrawn.getOrDefault(unit.unit(), List.of());
      if (!ofUnit.isEmpty() || unit.list().isEmpty()) {
        events.publishWithdrawn(now, unit, ofUnit);
      }
    }
    return true;
  }

  private static Map<String, List<Duty>> byUnit(List<Duty> duties) {
    return duties.stream().collect(Collectors.groupingBy(duty -> duty.assignment().unit()));
  }
}
