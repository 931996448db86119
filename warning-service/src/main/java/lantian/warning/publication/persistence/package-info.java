/** Publications and where they went, in PostgreSQL. */
@NullMarked
package lantian.warning.publication.persistence;

import org.jspecify.annotations.NullMarked;
