package lantian.warning.proposal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long before its run begins a raise is put forward.
 *
 * @param beginsAt begin of the run
 * @param ahead from now until then; negative where it has begun
 * @param wanted what the policy asks for
 * @param reason null where there is time enough
 */
public record LeadTime(
    Instant beginsAt, Duration ahead, Duration wanted, @Nullable LeadReason reason) {}
