/** Proposals that wait for somebody, with all that is to be known before it is decided. */
@NullMarked
package lantian.console.approval;

import org.jspecify.annotations.NullMarked;
