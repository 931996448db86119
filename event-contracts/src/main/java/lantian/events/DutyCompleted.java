package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/** {@code duty.completed.v1}: a duty was done; {@code late}: after it was due. */
public record DutyCompleted(
    Mode mode,
    long version,
    UUID dutyId,
    UUID warningId,
    String jurisdiction,
    String unit,
    String code,
    String by,
    OffsetDateTime completedAt,
    boolean late,
    String evidence)
    implements DutiesEvent {

  public DutyCompleted {
    requireNonNull(mode, "mode");
    requireNonNull(dutyId, "dutyId");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(unit, "unit");
    requireNonNull(code, "code");
    requireNonNull(by, "by");
    requireNonNull(completedAt, "completedAt");
    requireNonNull(evidence, "evidence");
  }
}
