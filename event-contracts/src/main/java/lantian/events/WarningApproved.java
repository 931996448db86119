package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * {@code warning.approved.v1}: one person approved a submitted proposal; {@code approvals} of
 * {@code approvalsNeeded} are there now.
 */
public record WarningApproved(
    Mode mode,
    long version,
    UUID warningId,
    UUID proposalId,
    String jurisdiction,
    ChangeKind kind,
    WarningLevel to,
    String submittedBy,
    OffsetDateTime submittedAt,
    String approvedBy,
    OffsetDateTime approvedAt,
    int approvals,
    int approvalsNeeded)
    implements WarningsEvent {

  public WarningApproved {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(proposalId, "proposalId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(kind, "kind");
    requireNonNull(to, "to");
    requireNonNull(submittedBy, "submittedBy");
    requireNonNull(submittedAt, "submittedAt");
    requireNonNull(approvedBy, "approvedBy");
    requireNonNull(approvedAt, "approvedAt");
  }
}
