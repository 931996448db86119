/** What operators see of proposals. */
@NullMarked
package lantian.warning.proposal.metrics;

import org.jspecify.annotations.NullMarked;
