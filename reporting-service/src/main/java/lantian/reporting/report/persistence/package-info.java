/** The reports that are owed, in PostgreSQL. */
@NullMarked
package lantian.reporting.report.persistence;

import org.jspecify.annotations.NullMarked;
