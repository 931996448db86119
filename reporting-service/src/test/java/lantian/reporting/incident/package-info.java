/** Incidents from the first change to the last answer. */
@NullMarked
package lantian.reporting.incident;

import org.jspecify.annotations.NullMarked;
