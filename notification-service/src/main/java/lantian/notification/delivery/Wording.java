package lantian.notification.delivery;

import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.Text;

/** Puts into words what a liaison has to know at first sight. */
public interface Wording {
  Text levelChange(DutiesAssigned event);

  Text standDown(DutiesWithdrawn event);

  /** The same text, marked as sent a second time (如已收到请忽略). */
  Text repeated(Text text);
}
