package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code warning.proposed.v1}: the judgement asks for a change. The warning id is the one that the
 * warning has, or will have once approved.
 */
public record WarningProposed(
    Mode mode,
    long version,
    UUID warningId,
    UUID proposalId,
    String jurisdiction,
    String jurisdictionName,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    @Nullable OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    String policy,
    @Nullable UUID forecastId,
    OffsetDateTime proposedAt,
    Text reason)
    implements WarningsEvent {

  public WarningProposed {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(proposalId, "proposalId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(kind, "kind");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(cause, "cause");
    requireNonNull(response, "response");
    requireNonNull(policy, "policy");
    requireNonNull(proposedAt, "proposedAt");
    requireNonNull(reason, "reason");
  }
}
