package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code duty.returned.v1}: a completed duty was sent back for rework. */
public record DutyReturned(
    Mode mode,
    long version,
    UUID dutyId,
    UUID warningId,
    String jurisdiction,
    String unit,
    String code,
    String by,
    OffsetDateTime returnedAt,
    String reason)
    implements DutiesEvent {

  public DutyReturned {
    requireNonNull(mode, "mode");
    requireNonNull(dutyId, "dutyId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(code, "code");
    requireNonNull(by, "by");
    requireNonNull(returnedAt, "returnedAt");
    requireNonNull(reason, "reason");
  }
}
