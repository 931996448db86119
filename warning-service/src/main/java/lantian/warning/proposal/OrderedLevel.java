package lantian.warning.proposal;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a higher platform orders a place to be at, at least.
 *
 * @param level NONE: what was ordered has ended
 * @param to null: until it is ended
 */
public record OrderedLevel(
    UUID order, WarningLevel level, Cause cause, Instant from, @Nullable Instant to, Text reason) {}
