package lantian.reporting.episode;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One step of a proposal on its way to publication.
 *
 * @param by the person who took the step; null for a proposal, which the service makes
 * @param submittedBy who had submitted it, known from an approval
 */
public record ProposalStep(
    UUID eventId,
    Mode mode,
    UUID warningId,
    UUID proposalId,
    long version,
    Kind kind,
    ChangeKind change,
    WarningLevel to,
    Instant at,
    @Nullable String by,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable String reason,
    @Nullable String reasonEn,
    @Nullable UUID forecastId) {

  /** What was done with the proposal. */
  public enum Kind {
    PROPOSED,
    APPROVED,
    RETURNED,
    REJECTED
  }
}
