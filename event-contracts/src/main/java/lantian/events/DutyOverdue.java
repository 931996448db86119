package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code duty.overdue.v1}: a duty was not done when it was due. */
public record DutyOverdue(
    Mode mode,
    long version,
    UUID dutyId,
    UUID warningId,
    String jurisdiction,
    String unit,
    String code,
    OffsetDateTime dueAt,
    OffsetDateTime overdueAt)
    implements DutiesEvent {

  public DutyOverdue {
    requireNonNull(mode, "mode");
    requireNonNull(dutyId, "dutyId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(code, "code");
    requireNonNull(dueAt, "dueAt");
    requireNonNull(overdueAt, "overdueAt");
  }
}
