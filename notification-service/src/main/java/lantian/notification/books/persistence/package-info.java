/** The books of this service, asked of its own tables. */
@NullMarked
package lantian.notification.books.persistence;

import org.jspecify.annotations.NullMarked;
