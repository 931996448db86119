/**
 * What the judgement asks for, on its way to a decision: submitted, approved, returned, rejected.
 */
@NullMarked
package lantian.warning.proposal;

import org.jspecify.annotations.NullMarked;
