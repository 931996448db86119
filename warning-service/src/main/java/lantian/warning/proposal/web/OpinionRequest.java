package lantian.warning.proposal.web;

import lantian.events.WarningLevel;
import lantian.warning.consultation.Stance;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a proposal.
 *
 * @param body {@code experts} or {@code monitoring}, for whom the caller speaks; needed only of
 *     those who could speak for both
 * @param organisation from where the caller comes, such as 州气象局
 * @param level which the caller would choose
 */
record OpinionRequest(
    @Nullable Stance stance,
    @Nullable WarningLevel level,
    @Nullable String text,
    @Nullable String body,
    @Nullable String organisation) {}
