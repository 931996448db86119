/** The roster in PostgreSQL. */
@NullMarked
package lantian.warning.roster.persistence;

import org.jspecify.annotations.NullMarked;
