package lantian.events;

import java.util.UUID;

/** What tasking-service tells on {@link Topics#DUTIES}; the key is the warning id. */
public sealed interface DutiesEvent extends Event
    permits DutiesAssigned,
        DutiesWithdrawn,
        DutyAccepted,
        DutyReported,
        DutyCompleted,
        DutyReturned,
        DutyOverdue {
  UUID warningId();

  @Override
  default String key() {
    return warningId().toString();
  }
}
