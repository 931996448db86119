/** Proposals over REST. */
@NullMarked
package lantian.warning.proposal.web;

import org.jspecify.annotations.NullMarked;
