/** What happens to proposals, told to the other services. */
@NullMarked
package lantian.warning.proposal.messaging;

import org.jspecify.annotations.NullMarked;
