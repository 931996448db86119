package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One duty in a unit's list. {@code onDate} is the day of a daily duty; {@code replaces} the duty
 * that a tightened or eased one takes the place of; {@code accepted} tells that an earlier
 * acceptance was carried over. {@code dutyVersion} is the duty's own version.
 */
public record AssignedDuty(
    UUID dutyId,
    long dutyVersion,
    String code,
    Text statement,
    @Nullable Text measure,
    DutyKind kind,
    DutyPhase phase,
    DutyDelta delta,
    boolean accepted,
    @Nullable UUID replaces,
    @Nullable LocalDate onDate,
    @Nullable OffsetDateTime dueAt,
    @Nullable Text evidence,
    String clause,
    boolean inferred) {

  public AssignedDuty {
    requireNonNull(dutyId, "dutyId");
    requireNonNull(code, "code");
    requireNonNull(statement, "statement");
    requireNonNull(kind, "kind");
    requireNonNull(phase, "phase");
    requireNonNull(delta, "delta");
    requireNonNull(clause, "clause");
  }
}
