/** What runs by itself: the timer of escalations, and their figures. */
@NullMarked
package lantian.notification.escalation.timer;

import org.jspecify.annotations.NullMarked;
