package lantian.warning.warning;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * The question that waits for an answer when the validity of a warning ends soon: extend, change or
 * lift? (延长、调整还是解除)
 *
 * @param since from when it has been asked
 * @param endsAt when the validity ends
 * @param ended whether that is past, with the warning still in force
 * @param proposalId what the service proposes in answer; null where it proposes nothing, as {@code
 *     proposes}
 */
public record ValidityPrompt(
    Instant since,
    Instant endsAt,
    boolean ended,
    @Nullable UUID proposalId,
    @Nullable ChangeKind proposes) {}
