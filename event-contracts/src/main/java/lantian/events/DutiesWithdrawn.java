package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * {@code duties.withdrawn.v1}: duties of a unit no longer hold; the list may be empty where all was
 * done when the warning was lifted. {@code remaining}: duties of the unit that still hold or follow
 * the lift.
 */
public record DutiesWithdrawn(
    Mode mode,
    long version,
    UUID warningId,
    String jurisdiction,
    String jurisdictionName,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    String unit,
    String unitName,
    String unitNameEn,
    OffsetDateTime withdrawnAt,
    int remaining,
    List<WithdrawnDuty> duties)
    implements DutiesEvent {

  public DutiesWithdrawn {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(kind, "kind");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(unit, "unit");
    requireNonNull(unitName, "unitName");
    requireNonNull(unitNameEn, "unitNameEn");
    requireNonNull(withdrawnAt, "withdrawnAt");
    duties = List.copyOf(duties);
  }
}
