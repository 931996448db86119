package lantian.notification.delivery;

import java.time.Instant;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.EscalationReason;
import lantian.events.Text;
import lantian.notification.contact.Rank;

/** Puts into words what a liaison has to know at first sight. */
public interface Wording {
  Text levelChange(DutiesAssigned event);

  Text standDown(DutiesWithdrawn event);

  /** What the deputy or the duty desk has to know first, and the message itself. */
  Text escalated(Delivery first, Rank to, EscalationReason reason, Instant since);

  /** The same text, marked as sent a second time (如已收到请忽略). */
  Text repeated(Text text);
}
