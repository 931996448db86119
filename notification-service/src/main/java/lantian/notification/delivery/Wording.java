package lantian.notification.delivery;

import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.Text;

/** Puts into words what a liaison has to know at first sight. */
public interface Wording {
  Text levelChange(DutiesAssigned event);

  Text standDown(DutiesWithdrawn event);

  /** What the deputy or the duty desk has to know first, and the message itself. */
  Text escalated(Delivery first, Content.Escalated how);

  /** The message in a line: drill, repeat and escalation first, in words of roles, no names. */
  Text title(Delivery delivery);

  /** The same text, marked as sent a second time (如已收到请忽略). */
  Text repeated(Text text);
}
