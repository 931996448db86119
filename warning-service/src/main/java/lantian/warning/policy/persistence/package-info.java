/** Packs that were brought in, in PostgreSQL. */
@NullMarked
package lantian.warning.policy.persistence;

import org.jspecify.annotations.NullMarked;
