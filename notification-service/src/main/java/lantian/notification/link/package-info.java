/** Signed links: how the receiver of a message answers it without a password. */
@NullMarked
package lantian.notification.link;

import org.jspecify.annotations.NullMarked;
