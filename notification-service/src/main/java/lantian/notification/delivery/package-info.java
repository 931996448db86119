/**
 * Deliveries: one message to one contact, from its creation until it was answered or has failed.
 */
@NullMarked
package lantian.notification.delivery;

import org.jspecify.annotations.NullMarked;
