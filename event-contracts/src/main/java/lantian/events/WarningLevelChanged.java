package lantian.events;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code warning.level-changed.v1}: a revision of a warning was published; {@code to} is NONE when
 * it was lifted. {@code version} is the revision, from 1. The response and its duties hold from
 * {@code validFrom}; {@code follows} is the event id of the revision before. A false alarm that one
 * duty officer took back (kind CANCEL) has nobody in {@code approvedBy}, and its own id for {@code
 * proposalId}. {@code cascade} is there where warnings of several places meet: then {@code version}
 * and the levels are those of the place's response, which is never laxer than what binds it.
 */
public record WarningLevelChanged(
    Mode mode,
    long version,
    UUID warningId,
    UUID proposalId,
    String jurisdiction,
    String jurisdictionName,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Text reason,
    OffsetDateTime publishedAt,
    OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    Cause cause,
    Response response,
    String policy,
    String submittedBy,
    List<String> approvedBy,
    @Nullable UUID follows,
    @Nullable Cascade cascade)
    implements WarningsEvent {

  /** Of a place by itself. */
  public WarningLevelChanged(
      Mode mode,
      long version,
      UUID warningId,
      UUID proposalId,
      String jurisdiction,
      String jurisdictionName,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      Text reason,
      OffsetDateTime publishedAt,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      Cause cause,
      Response response,
      String policy,
      String submittedBy,
      List<String> approvedBy,
      @Nullable UUID follows) {
    this(
        mode,
        version,
        warningId,
        proposalId,
        jurisdiction,
        jurisdictionName,
        kind,
        from,
        to,
        reason,
        publishedAt,
        validFrom,
        validTo,
        cause,
        response,
        policy,
        submittedBy,
        approvedBy,
        follows,
        null);
  }

  public WarningLevelChanged {
    requireNonNull(mode, "mode");
    requireNonNull(warningId, "warningId");
    requireNonNull(proposalId, "proposalId");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(jurisdictionName, "jurisdictionName");
    requireNonNull(kind, "kind");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(reason, "reason");
    requireNonNull(publishedAt, "publishedAt");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(cause, "cause");
    requireNonNull(response, "response");
    requireNonNull(policy, "policy");
    requireNonNull(submittedBy, "submittedBy");
    approvedBy = List.copyOf(approvedBy);
  }
}
