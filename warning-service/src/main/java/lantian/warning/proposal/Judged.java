package lantian.warning.proposal;

import java.util.UUID;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.damping.Damped;
import org.jspecify.annotations.Nullable;

/**
 * A judgement and what stands after it.
 *
 * @param forecastId the run by which it was judged; null without one
 * @param judgement null where there was nothing to judge
 * @param standing the proposal that is open, submitted or returned; null where the level stands
 * @param damped what the judgement asks for and other runs have yet to confirm
 */
public record Judged(
    @Nullable UUID forecastId,
    @Nullable LiveJudgement judgement,
    @Nullable Proposal standing,
    @Nullable Damped damped) {}
