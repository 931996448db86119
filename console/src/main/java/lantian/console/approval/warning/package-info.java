/** Reads and decides proposals at warning-service. */
@NullMarked
package lantian.console.approval.warning;

import org.jspecify.annotations.NullMarked;
