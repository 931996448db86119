package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code duties.assigned.v1}: a unit has its duties, one event per unit. On a level change the list
 * is the whole of what the unit has to do now. {@code version} is the revision of the warning.
 */
public record DutiesAssigned(
    Mode mode,
    long version,
    UUID warningId,
    String jurisdiction,
    String jurisdictionName,
    Occasion occasion,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    String unit,
    String unitName,
    String unitNameEn,
    OffsetDateTime assignedAt,
    OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    String planVersion,
    List<AssignedDuty> duties)
    implements DutiesEvent {

  public DutiesAssigned {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(occasion, "occasion");
    requireNonNull(kind, "kind");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(unit, "unit");
    requireNonNull(unitName, "unitName");
    requireNonNull(unitNameEn, "unitNameEn");
    requireNonNull(assignedAt, "assignedAt");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(planVersion, "planVersion");
    duties = List.copyOf(duties);
  }
}
