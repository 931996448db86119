/** Measured hours in PostgreSQL. */
@NullMarked
package lantian.warning.observation.persistence;

import org.jspecify.annotations.NullMarked;
