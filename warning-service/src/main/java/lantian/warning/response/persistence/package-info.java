/** Responses and stricter decisions in PostgreSQL. */
@NullMarked
package lantian.warning.response.persistence;

import org.jspecify.annotations.NullMarked;
