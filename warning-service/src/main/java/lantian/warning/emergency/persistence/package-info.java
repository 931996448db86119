/** Emergency codes in PostgreSQL, by their fingerprints. */
@NullMarked
package lantian.warning.emergency.persistence;

import org.jspecify.annotations.NullMarked;
