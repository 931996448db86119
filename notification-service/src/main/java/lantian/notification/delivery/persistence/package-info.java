/** Deliveries and their attempts in PostgreSQL. */
@NullMarked
package lantian.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
