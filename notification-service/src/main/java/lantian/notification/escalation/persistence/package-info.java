/** Escalations in PostgreSQL. */
@NullMarked
package lantian.notification.escalation.persistence;

import org.jspecify.annotations.NullMarked;
