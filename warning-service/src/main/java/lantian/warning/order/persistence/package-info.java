/** Orders in PostgreSQL, with the document as it came. */
@NullMarked
package lantian.warning.order.persistence;

import org.jspecify.annotations.NullMarked;
