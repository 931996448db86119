/** The page of approval (审批页). */
@NullMarked
package lantian.console.approval.web;

import org.jspecify.annotations.NullMarked;
