package lantian.warning.proposal.web;

import org.jspecify.annotations.Nullable;

/** Why somebody returns or rejects a proposal, or anything they want kept with a decision. */
record DecisionRequest(@Nullable String reason) {}
