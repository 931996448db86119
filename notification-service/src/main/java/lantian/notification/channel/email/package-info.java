/** A mail to the liaison, handed to one server (SMTP). */
@NullMarked
package lantian.notification.channel.email;

import org.jspecify.annotations.NullMarked;
