/** Contacts in PostgreSQL. */
@NullMarked
package lantian.notification.contact.persistence;

import org.jspecify.annotations.NullMarked;
