package lantian.warning.forecast;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Resolution;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A stored run without its points: who issued it for when, and what came of it.
 *
 * @param from the first hour
 * @param to the last hour
 * @param receivedBy the person, or the machine client, that handed it in
 * @param level that the place would have by this run and what had been measured when it arrived;
 *     null of a run that was stored before levels were noted
 * @param levelPolicy the policy that gave it
 * @param superseded a later run of the same source is there
 */
public record IssuedRun(
    UUID id,
    String jurisdiction,
    String source,
    Instant issuedAt,
    Resolution resolution,
    @Nullable Cause causeMark,
    @Nullable String policy,
    Instant from,
    Instant to,
    Instant receivedAt,
    String receivedBy,
    @Nullable WarningLevel level,
    @Nullable String levelPolicy,
    boolean superseded) {}
