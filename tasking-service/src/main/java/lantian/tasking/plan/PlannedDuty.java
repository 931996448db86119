package lantian.tasking.plan;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One duty that a plan lays upon its unit, for one statement of the list of duties it was taken
 * from.
 *
 * @param code stable, unique in the plan, {@code unit.what}
 * @param statement what the unit has to do
 * @param levels the levels at which it holds, in rising order; empty unless {@link
 *     DutyPhase#IN_FORCE}
 * @param responses the responses under which it holds
 * @param cadence absent where a standing duty simply holds
 * @param deadline absent for a standing duty
 * @param evidence what the unit shows when it reports it done; absent where nothing is asked
 * @param supporting the units that help, by code
 * @param measures what the statement means at a level; where a level has no text of its own, that
 *     of the next lower level holds
 * @param clause the statement in the source, such as {@code dengkou#15/3}
 * @param inferred whether levels, cadence or deadline are the usual ones, the source being silent
 */
public record PlannedDuty(
    String code,
    Text statement,
    DutyPhase phase,
    SequencedSet<WarningLevel> levels,
    SequencedSet<Response> responses,
    DutyKind kind,
    @Nullable Cadence cadence,
    @Nullable Deadline deadline,
    @Nullable Text evidence,
    List<String> supporting,
    Map<WarningLevel, Text> measures,
    String clause,
    boolean inferred) {

  public PlannedDuty {
    requireNonNull(statement, "statement");
    requireNonNull(kind, "kind");
    requireNonNull(clause, "clause");
    levels = inOrder(WarningLevel.class, levels);
    responses = inOrder(Response.class, responses);
    supporting = List.copyOf(supporting);
    measures = measures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(measures));
    if (levels.contains(WarningLevel.NONE)) {
      throw new IllegalArgumentException("a duty has no level NONE");
    }
    if (!levels.containsAll(measures.keySet())) {
      throw new IllegalArgumentException(
          "a measure is given for a level at which it does not hold");
    }
    switch (phase) {
      case STANDING -> {
        refuse(!levels.isEmpty(), "a STANDING duty has no levels");
        refuse(deadline != null, "a STANDING duty has no deadline");
        refuse(
            cadence == Cadence.ONCE || cadence == Cadence.DAILY,
            "a STANDING duty is PERIODIC or has no cadence");
      }
      case IN_FORCE -> {
        refuse(levels.isEmpty(), "an IN_FORCE duty names its levels");
        refuse(responses.isEmpty(), "an IN_FORCE duty names its responses");
        refuse(
            !(cadence == Cadence.ONCE && deadline instanceof Deadline.After
                || cadence == Cadence.DAILY && deadline instanceof Deadline.TimeOfDay),
            "an IN_FORCE duty is ONCE with a deadline such as PT2H, or DAILY with one such as"
                + " 17:00");
      }
      case AFTER_LIFT -> {
        refuse(!levels.isEmpty(), "an AFTER_LIFT duty has no levels");
        refuse(responses.isEmpty(), "an AFTER_LIFT duty names its responses");
        refuse(
            !(cadence == Cadence.ONCE && deadline instanceof Deadline.WorkingDays),
            "an AFTER_LIFT duty is ONCE with a deadline such as P5WD");
      }
    }
  }

  /** Whether the duty holds while this level is in force under this response. */
  public boolean holdsAt(WarningLevel level, Response response) {
    return phase == DutyPhase.IN_FORCE && levels.contains(level) && responses.contains(response);
  }

  /** Whether the duty falls due after the lift of a warning under this response. */
  public boolean followsLift(Response response) {
    return phase == DutyPhase.AFTER_LIFT && responses.contains(response);
  }

  /**
   * What the statement means at this level; null where the plan says no more than the statement.
   */
  public @Nullable Text measureAt(WarningLevel level) {
    Text found = null;
    for (Map.Entry<WarningLevel, Text> each : measures.entrySet()) {
      if (!each.getKey().isAbove(level)) {
        found = each.getValue();
      }
    }
    return found;
  }

  private static void refuse(boolean condition, String message) {
    if (condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static <E extends Enum<E>> SequencedSet<E> inOrder(Class<E> type, Set<E> values) {
    EnumSet<E> sorted = EnumSet.noneOf(type);
    sorted.addAll(values);
    return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(sorted));
  }
}
