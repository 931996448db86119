/** The sender: claims what is due, calls, and keeps what came of it. */
@NullMarked
package lantian.notification.sending;

import org.jspecify.annotations.NullMarked;
