/** Incidents put together from what the events told. */
@NullMarked
package lantian.reporting.incident.persistence;

import org.jspecify.annotations.NullMarked;
