/** Responses in PostgreSQL. */
@NullMarked
package lantian.tasking.response.persistence;

import org.jspecify.annotations.NullMarked;
