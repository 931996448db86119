/** What operators see of incidents. */
@NullMarked
package lantian.reporting.incident.metrics;

import org.jspecify.annotations.NullMarked;
