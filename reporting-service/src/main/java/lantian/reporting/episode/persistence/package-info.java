/** The facts of episodes in PostgreSQL. */
@NullMarked
package lantian.reporting.episode.persistence;

import org.jspecify.annotations.NullMarked;
