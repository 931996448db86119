/** What operators see of publications. */
@NullMarked
package lantian.warning.publication.metrics;

import org.jspecify.annotations.NullMarked;
