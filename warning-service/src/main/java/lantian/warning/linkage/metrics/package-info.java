/** Linkage as figures. */
@NullMarked
package lantian.warning.linkage.metrics;

import org.jspecify.annotations.NullMarked;
