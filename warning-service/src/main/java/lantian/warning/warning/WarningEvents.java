package lantian.warning.warning;

import java.util.UUID;

/** Tells the other services of a publication, in the same transaction. */
public interface WarningEvents {

  /**
   * @return the id of the event
   */
  UUID publish(PublishedChange published);

  /**
   * @return the id of the event
   */
  UUID publish(Correction correction);
}
