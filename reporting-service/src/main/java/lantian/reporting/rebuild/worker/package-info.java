/** Who rebuilds, and what operators see of it. */
@NullMarked
package lantian.reporting.rebuild.worker;

import org.jspecify.annotations.NullMarked;
