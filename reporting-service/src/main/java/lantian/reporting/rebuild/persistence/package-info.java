/** Kept events, rebuilds, and the tables beside those in use, in PostgreSQL. */
@NullMarked
package lantian.reporting.rebuild.persistence;

import org.jspecify.annotations.NullMarked;
