/** The books of this service, which hears of the whole chain. */
@NullMarked
package lantian.reporting.books.persistence;

import org.jspecify.annotations.NullMarked;
