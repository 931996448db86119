/** A signed POST to an address of the liaison (Standard Webhooks). */
@NullMarked
package lantian.notification.channel.webhook;

import org.jspecify.annotations.NullMarked;
