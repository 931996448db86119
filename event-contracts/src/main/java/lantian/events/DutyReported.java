package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code duty.reported.v1}: progress on a duty, in the unit's own words. */
public record DutyReported(
    Mode mode,
    long version,
    UUID dutyId,
    UUID warningId,
    String jurisdiction,
    String unit,
    String code,
    String by,
    OffsetDateTime reportedAt,
    String text)
    implements DutiesEvent {

  public DutyReported {
    requireNonNull(mode, "mode");
    requireNonNull(dutyId, "dutyId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(code, "code");
    requireNonNull(by, "by");
    requireNonNull(reportedAt, "reportedAt");
    requireNonNull(text, "text");
  }
}
