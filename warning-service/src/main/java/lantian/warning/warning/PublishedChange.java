package lantian.warning.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a warning.
 *
 * @param validFrom the response and its duties hold from here: the publication, or the begin of the
 *     run less the policy's lead where that is later
 * @param follows the event of the revision before; null for the first
 */
public record PublishedChange(
    long revision,
    ApprovedChange change,
    Instant publishedAt,
    Instant validFrom,
    @Nullable UUID follows) {}
