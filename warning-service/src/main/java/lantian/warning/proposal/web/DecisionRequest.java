package lantian.warning.proposal.web;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody returns or rejects a proposal, or anything they want kept with a decision.
 *
 * @param emergencyCode only where it is approved: of an envelope that was opened, with a reason
 */
record DecisionRequest(@Nullable String reason, @Nullable String emergencyCode) {}
