/** Events become a report. */
@NullMarked
package lantian.bench.reporting;

import org.jspecify.annotations.NullMarked;
