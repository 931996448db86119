package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code warning.returned.v1}: a submitted proposal was sent back for rework, or rejected for good.
 */
public record WarningReturned(
    Mode mode,
    long version,
    UUID warningId,
    UUID proposalId,
    String jurisdiction,
    ChangeKind kind,
    WarningLevel to,
    boolean rejected,
    String returnedBy,
    OffsetDateTime returnedAt,
    @Nullable String reason)
    implements WarningsEvent {

  public WarningReturned {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(proposalId, "proposalId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(kind, "kind");
    requireNonNull(to, "to");
    requireNonNull(returnedBy, "returnedBy");
    requireNonNull(returnedAt, "returnedAt");
  }
}
