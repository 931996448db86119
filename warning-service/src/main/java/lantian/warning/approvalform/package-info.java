/**
 * The scanned, sealed approval form (审批表) of a proposal: handed in, kept, handed out again as it
 * was.
 */
@NullMarked
package lantian.warning.approvalform;

import org.jspecify.annotations.NullMarked;
