/** Policies of escalation over REST. */
@NullMarked
package lantian.notification.escalation.web;

import org.jspecify.annotations.NullMarked;
