package lantian.tasking.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, of whom, and until when; it never changes.
 *
 * @param revision of the warning, by the level change that asked for it first
 * @param level the level at which it was asked for; NONE for what follows a lift
 * @param position in the plan, from 0, to list duties in the plan's order
 * @param measure what the statement means at the level; absent where the plan says no more
 * @param onDate the day of a daily duty
 * @param evidence what the unit shows when it reports the duty done
 * @param supporting the units that help, by code
 * @param clause the statement in the plan's source, such as {@code dengkou#15/3}
 * @param inferred whether levels or deadline are the usual ones, the source being silent
 * @param replaces the duty that this one took the place of, the measure being another
 */
public record Assignment(
    UUID warning,
    long revision,
    Mode mode,
    String jurisdiction,
    String unit,
    Text unitName,
    int position,
    String code,
    Text statement,
    @Nullable Text measure,
    DutyKind kind,
    DutyPhase phase,
    WarningLevel level,
    Instant assignedAt,
    Instant dueAt,
    @Nullable LocalDate onDate,
    @Nullable Text evidence,
    List<String> supporting,
    String clause,
    boolean inferred,
    @Nullable DutyId replaces) {

  public Assignment {
    supporting = List.copyOf(supporting);
  }

  /** The id that follows from what is asked. */
  public DutyId id() {
    return DutyId.of(warning, revision, unit, code, onDate);
  }

  public boolean isDaily() {
    return onDate != null;
  }

  /** The same for another day. */
  public Assignment on(LocalDate date, Instant assigned, Instant due) {
    return new Assignment(
        warning,
        revision,
        mode,
        jurisdiction,
        unit,
        unitName,
        position,
        code,
        statement,
        measure,
        kind,
        phase,
        level,
        assigned,
        due,
        date,
        evidence,
        supporting,
        clause,
        inferred,
        null);
  }
}
