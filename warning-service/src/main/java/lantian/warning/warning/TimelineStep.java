package lantian.warning.warning;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a warning's way.
 *
 * @param step PROPOSED, SUBMITTED, APPROVED, RETURNED, REJECTED, SUPERSEDED, CORRECTED or PUBLISHED
 * @param person null where the service did it by itself
 * @param proposalId of a correction its own id
 * @param revision of a publication
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
    @Nullable String reason) {}
