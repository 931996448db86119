package lantian.tasking.response;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lantian.events.ChinaTime;
import lantian.events.DutyDelta;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.Duty;
import lantian.tasking.response.UnitDuties.Listed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds the duties of a new day while a response is in force; days that were missed are made up for.
 * Who accepted the duty once is not asked again.
 */
@Service
@Transactional
public class AddingDailyDuties {
  private final Responses responses;
  private final Duties duties;
  private final ResponseEvents events;

  public AddingDailyDuties(Responses responses, Duties duties, ResponseEvents events) {
    this.responses = responses;
    this.duties = duties;
    this.events = events;
  }

  /** Does it for one response that needs it; tells whether there was one. */
  public boolean addForOne(Instant now) {
    var today = ChinaTime.dateOf(now);
    var found = responses.takeOneWithout(today);
    found.ifPresent(
        response -> {
          responses.addedThrough(response.change().warning(), today);
          var added = upTo(today, now, duties.takeAsked(response.change().warning()));
          duties.add(added);
          events.publishDaily(response, now, byUnit(added));
        });
    return found.isPresent();
  }

  private static List<Duty> upTo(LocalDate today, Instant now, List<Duty> asked) {
    Map<String, List<Duty>> daily = new LinkedHashMap<>();
    for (var duty : asked) {
      if (duty.assignment().isDaily()) {
        daily.computeIfAbsent(duty.assignment().code(), _ -> new ArrayList<>()).add(duty);
      }
    }
    var added = new ArrayList<Duty>();
    for (var series : daily.values()) {
      var last = FanOut.latest(series);
      var what = last.assignment();
      for (var date = what.onDate();
          date != null && date.isBefore(today);
          date = date.plusDays(1)) {
        var next = date.plusDays(1);
        added.add(
            Duty.assigned(
                what.on(next, now, DueTimes.sameHourOn(next, what.dueAt())), last.acceptance()));
      }
    }
    return added;
  }

  private static List<UnitDuties> byUnit(List<Duty> added) {
    Map<Integer, List<Duty>> byPosition = new TreeMap<>();
    for (var duty : added) {
      byPosition.computeIfAbsent(duty.assignment().position(), _ -> new ArrayList<>()).add(duty);
    }
    Map<String, List<Listed>> lists = new LinkedHashMap<>();
    var units = new ArrayList<UnitDuties>();
    for (var sameCode : byPosition.values()) {
      for (var duty : sameCode) {
        lists
            .computeIfAbsent(duty.assignment().unit(), _ -> new ArrayList<>())
            .add(new Listed(duty, DutyDelta.ADDED));
      }
    }
    lists.forEach(
        (unit, list) ->
            units.add(new UnitDuties(unit, list.getFirst().duty().assignment().unitName(), list)));
    return units;
  }
}
