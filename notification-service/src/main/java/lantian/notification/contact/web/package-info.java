/** Contacts over REST. */
@NullMarked
package lantian.notification.contact.web;

import org.jspecify.annotations.NullMarked;
