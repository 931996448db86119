/** Approval forms by REST: in as bytes, out as a download. */
@NullMarked
package lantian.warning.approvalform.web;

import org.jspecify.annotations.NullMarked;
