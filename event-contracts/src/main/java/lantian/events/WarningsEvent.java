package lantian.events;

import java.util.UUID;

/** What warning-service tells on {@link Topics#WARNINGS}; the key is the warning id. */
public sealed interface WarningsEvent extends Event
    permits WarningProposed, WarningApproved, WarningReturned, WarningLevelChanged {
  UUID warningId();

  @Override
  default String key() {
    return warningId().toString();
  }
}
