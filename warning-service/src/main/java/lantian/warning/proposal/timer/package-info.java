/** What becomes of warnings by the passing of time alone. */
@NullMarked
package lantian.warning.proposal.timer;

import org.jspecify.annotations.NullMarked;
