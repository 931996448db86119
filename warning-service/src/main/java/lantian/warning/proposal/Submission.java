package lantian.warning.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody put a proposal forward.
 *
 * @param number counts the times, from 1
 * @param role in which the person did it
 * @param due until when it should be decided; from then on those who stand in may decide it too
 * @param leadReason why it comes later than the policy asks for; null where it does not
 */
public record Submission(
    int number, String by, String role, Instant at, Instant due, @Nullable LeadReason leadReason) {}
