package lantian.warning.consultation;

import java.time.Instant;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.policy.ConsultedBody;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a proposal. It is never changed; who thinks otherwise later gives another.
 *
 * @param contentSha256 the fingerprint of what was proposed
 * @param number counts the opinions on the proposal, from 1
 * @param organisation from where the person comes, such as 州气象局; null where the body says enough
 * @param level the level that the person would choose; null where none is named
 */
public record Opinion(
    UUID proposalId,
    String contentSha256,
    int number,
    String by,
    ConsultedBody body,
    @Nullable String organisation,
    Stance stance,
    @Nullable WarningLevel level,
    String text,
    Instant at) {}
