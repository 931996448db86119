/** Drills in PostgreSQL. */
@NullMarked
package lantian.warning.drill.persistence;

import org.jspecify.annotations.NullMarked;
