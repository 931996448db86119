package lantian.warning.tracking;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.WarningLevel;
import lantian.warning.damping.Damped;
import org.jspecify.annotations.Nullable;

/**
 * What a run was judged to when it came, alone and with what had been measured by then; it never
 * changes.
 *
 * @param level null: it was over when it came, or much newer runs were there; then all that follows
 *     is null
 * @param from begin of the pollution that gave the level; null without one, as {@code to} and
 *     {@code cause}
 * @param policy id and version
 * @param inForce the level in force at that time
 * @param damped what it asked for and had to wait; null where nothing had
 */
public record TrackedRun(
    UUID forecastId,
    String source,
    Instant issuedAt,
    Instant judgedAt,
    @Nullable WarningLevel level,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Cause cause,
    @Nullable String policy,
    @Nullable WarningLevel inForce,
    @Nullable Damped damped) {}
