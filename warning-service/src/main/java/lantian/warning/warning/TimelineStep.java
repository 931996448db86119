package lantian.warning.warning;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a warning's way.
 *
 * <p>* @param step PROPOSED, OPINION, SUBMITTED, APPROVAL_OVERDUE, APPROVED, RETURNED, REJECTED,
 * SUPERSEDED, APPROVAL_FORM, BREAK_GLASS, CORRECTED or PUBLISHED
 *
 * @param person null where the service did it by itself, or time did
 * @param proposalId of a correction its own id consultation, lead time, approval deadline with
 *     stand-ins, extension of a warning that ends)
 * @param revision of a publication
 * @param reason in the person's words; of an opinion, the opinion
 * @param leadReason of a submission: why it came later than the policy asks for
 * @param opinion null where it is none
 */
public record TimelineStep(
    Instant at,
    String step,
    @Nullable String person,
    UUID proposalId,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    @Nullable Long revision,
    @Nullable String reason,
    @Nullable String leadReason,
    @Nullable Said opinion) {

  /** Who spoke in a consultation, for or against, and which level they would choose. */
  public record Said(
      String body, @Nullable String organisation, String stance, @Nullable WarningLevel level) {}
}
