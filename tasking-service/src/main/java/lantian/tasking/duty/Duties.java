package lantian.tasking.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All duties there are. */
public interface Duties {

  Optional<Duty> find(DutyId id);

  /** Finds it and lets nobody else change it until the transaction ends. */
  Optional<Duty> take(DutyId id);

  /** Takes what the unit has not yet accepted under the warning, in the plan's order. */
  List<Duty> takeUnaccepted(UUID warning, String jurisdiction, String unit);

  /**
   * Takes what the warning's response asks of these units now, done or not, in the plan's order.
   */
  List<Duty> takeAsked(UUID warning, Collection<String> units);

  /** The units after this one, by code, that the response asks for daily duties; the next few. */
  List<String> unitsWithDaily(UUID warning, String after, int atMost);

  /** Takes what is asked of all units but these. */
  List<Duty> takeAskedOutside(UUID warning, Collection<String> units);

  /** New duties; one that is there already stays as it is. */
  default void add(Collection<Duty> added) {
    adding(added).run();
  }

  /**
   * The same in two steps: what is slow to make of them is made now, by any thread; they are added,
   * once, in the transaction in which this is run.
   */
  Runnable adding(Collection<Duty> added);

  /** Keeps duties as they stand after these events. */
  void save(Collection<? extends DutyEvent> events);

  /**
   * Marks duties that another duty takes the place of; gives those that were open, as they stand
   * now.
   */
  List<Duty> replace(Collection<DutyId> replaced, Instant at);

  /** Marks duties that are no longer asked for; gives those that were open, as they stand now. */
  List<Duty> withdraw(Collection<DutyId> withdrawn, Instant at);

  /**
   * Marks open duties that were due before {@code now} as overdue, each once; gives those that it
   * marked, the longest overdue first.
   */
  List<Duty> markOverdue(Instant now, int atMost);
}
