/** Channels: how a message leaves, and what became of it. */
@NullMarked
package lantian.notification.channel;

import org.jspecify.annotations.NullMarked;
