/** Incidents as operators and offices watch them: how far the warning of a place has come. */
@NullMarked
package lantian.reporting.incident;

import org.jspecify.annotations.NullMarked;
