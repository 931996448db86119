/** Contacts: who is told for a unit, and by which channel. */
@NullMarked
package lantian.notification.contact;

import org.jspecify.annotations.NullMarked;
