/** Duties in PostgreSQL, written in sets. */
@NullMarked
package lantian.tasking.duty.persistence;

import org.jspecify.annotations.NullMarked;
