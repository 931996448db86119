package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code duty.accepted.v1}: a liaison took a duty on. {@code version} is the duty's own. */
public record DutyAccepted(
    Mode mode,
    long version,
    UUID dutyId,
    UUID warningId,
    String jurisdiction,
    String unit,
    String code,
    String by,
    OffsetDateTime acceptedAt)
    implements DutiesEvent {

  public DutyAccepted {
    requireNonNull(mode, "mode");
    requireNonNull(dutyId, "dutyId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(code, "code");
    requireNonNull(by, "by");
    requireNonNull(acceptedAt, "acceptedAt");
  }
}
