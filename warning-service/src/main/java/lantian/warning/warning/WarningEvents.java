package lantian.warning.warning;

import java.util.UUID;
import lantian.events.Cascade;
import org.jspecify.annotations.Nullable;

/** Tells the other services of a publication, in the same transaction. */
public interface WarningEvents {

  /**
   * @param cascade null where no other place has to do with it
   * @return the id of the event
   */
  UUID publish(PublishedChange published, @Nullable Cascade cascade);

  /**
   * @return the id of the event
   */
  UUID publish(Correction correction, @Nullable Cascade cascade);
}
