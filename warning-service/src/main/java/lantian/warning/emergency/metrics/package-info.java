/** That codes were used, for those who are paged. */
@NullMarked
package lantian.warning.emergency.metrics;

import org.jspecify.annotations.NullMarked;
