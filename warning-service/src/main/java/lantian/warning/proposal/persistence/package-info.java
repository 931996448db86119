/** Proposals, their submissions and approvals in PostgreSQL. */
@NullMarked
package lantian.warning.proposal.persistence;

import org.jspecify.annotations.NullMarked;
