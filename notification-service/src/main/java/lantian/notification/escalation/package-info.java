/** Escalation: who is told when a message has no answer, and when. */
@NullMarked
package lantian.notification.escalation;

import org.jspecify.annotations.NullMarked;
