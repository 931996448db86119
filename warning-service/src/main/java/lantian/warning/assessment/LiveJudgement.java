package lantian.warning.assessment;

import java.time.Instant;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A judgement against the level in force.
 *
 * @param change null where the level stands
 * @param toLevel the level judged where it changes, the one in force where it stands
 */
public record LiveJudgement(
    Assessment assessment,
    Instant now,
    Standing standing,
    @Nullable ChangeKind change,
    WarningLevel inForce,
    WarningLevel toLevel) {}
