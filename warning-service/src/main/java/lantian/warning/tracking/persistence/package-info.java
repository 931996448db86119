/** The track of the runs in PostgreSQL. */
@NullMarked
package lantian.warning.tracking.persistence;

import org.jspecify.annotations.NullMarked;
