package lantian.warning.response;

import java.util.UUID;

/** Tells the other services how a place responds, in the same transaction. */
public interface ResponseEvents {

  /**
   * @return the id of the event
   */
  UUID publish(ResponseChange change);
}
