/** Approval forms in PostgreSQL. */
@NullMarked
package lantian.warning.approvalform.persistence;

import org.jspecify.annotations.NullMarked;
