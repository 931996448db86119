/** Warnings and their published changes in PostgreSQL. */
@NullMarked
package lantian.warning.warning.persistence;

import org.jspecify.annotations.NullMarked;
