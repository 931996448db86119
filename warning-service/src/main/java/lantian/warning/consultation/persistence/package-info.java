/** Opinions in the database. */
@NullMarked
package lantian.warning.consultation.persistence;

import org.jspecify.annotations.NullMarked;
