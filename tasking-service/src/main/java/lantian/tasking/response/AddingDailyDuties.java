package lantian.tasking.response;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.DutyDelta;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.Duty;
import lantian.tasking.response.UnitDuties.Listed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds the duties of a new day while a response is in force, one chunk of its units at a time:
 * their duties, their events and how far it came commit together. Days that were missed are made up
 * for. Who accepted the duty once is not asked again.
 */
@Service
@Transactional
public class AddingDailyDuties {
  private final Responses responses;
  private final Duties duties;
  private final ResponseEvents events;
  private final ChunkSize chunkSize;

  public AddingDailyDuties(
      Responses responses, Duties duties, ResponseEvents events, ChunkSize chunkSize) {
    this.responses = responses;
    this.duties = duties;
    this.events = events;
    this.chunkSize = chunkSize;
  }

  /** The warnings whose response lacks duties of this day. */
  public List<UUID> lacking(Instant now) {
    return responses.without(ChinaTime.dateOf(now));
  }

  /**
   * Adds those of the next units; false where none lacks them any more, or somebody else is at it.
   *
   * @param silentAtMost how long the process may hang in the middle before others go on without it
   */
  public boolean addChunk(UUID warning, Instant now, Duration silentAtMost) {
    var today = ChinaTime.dateOf(now);
    var taken = responses.takeWithout(warning, today, silentAtMost);
    taken.ifPresent(day -> addChunk(day, today, now));
    return taken.isPresent();
  }

  private void addChunk(NewDay day, LocalDate today, Instant now) {
    var warning = day.response().change().warning();
    var left = duties.unitsWithDaily(warning, day.afterUnit(), chunkSize.units() + 1);
    var isLast = left.size() <= chunkSize.units();
    var units = isLast ? left : left.subList(0, chunkSize.units());
    var added = upTo(today, now, duties.takeAsked(warning, units));
    duties.add(added);
    events.publishDaily(day.response(), now, byUnit(added));
    if (isLast) {
      responses.addedThrough(warning, today);
    } else {
      responses.addedUpTo(warning, today, units.getLast());
    }
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
