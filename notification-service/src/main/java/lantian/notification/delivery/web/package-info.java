/** Deliveries and their acknowledgement over REST. */
@NullMarked
package lantian.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
