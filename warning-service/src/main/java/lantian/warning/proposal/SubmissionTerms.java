package lantian.warning.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a proposal is put forward.
 *
 * @param due until when it should be decided
 * @param leadReason why it comes later than the policy asks for; null where it does not
 */
record SubmissionTerms(Instant due, @Nullable LeadReason leadReason) {}
