/** How often levels change and changes wait, as operators see it. */
@NullMarked
package lantian.warning.tracking.metrics;

import org.jspecify.annotations.NullMarked;
