/** What waited for other runs, looked at again as time passes. */
@NullMarked
package lantian.warning.tracking.timer;

import org.jspecify.annotations.NullMarked;
