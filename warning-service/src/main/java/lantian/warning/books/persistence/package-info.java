/** The books of this service, asked of its own tables. */
@NullMarked
package lantian.warning.books.persistence;

import org.jspecify.annotations.NullMarked;
