package lantian.warning.proposal;

import lantian.warning.assessment.LiveJudgement;
import org.jspecify.annotations.Nullable;

/**
 * A judgement and what stands after it.
 *
 * @param judgement null where there was nothing to judge
 * @param standing the proposal that is open, submitted or returned; null where the level stands
 */
public record Judged(@Nullable LiveJudgement judgement, @Nullable Proposal standing) {}
