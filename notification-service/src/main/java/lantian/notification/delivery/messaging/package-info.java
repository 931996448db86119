/** Duty events in, delivery events out. */
@NullMarked
package lantian.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
