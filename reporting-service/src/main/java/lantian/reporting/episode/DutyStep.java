package lantian.reporting.episode;

import java.time.Instant;
import java.util.UUID;
import lantian.events.EventType;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a duty. {@code version} is the duty's own and orders the steps,
 * whatever the order in which they came in.
 *
 * @param revision of the warning, {@code level} the level then; on assignments and withdrawals only
 * @param text progress, evidence or the reason of a return, in the unit's words
 */
public record DutyStep(
    UUID eventId,
    UUID dutyId,
    Kind kind,
    long version,
    Instant at,
    @Nullable Long revision,
    @Nullable WarningLevel level,
    @Nullable String by,
    @Nullable String text,
    boolean late) {

  /** What happened. */
  public enum Kind {
    ASSIGNED,
    ACCEPTED,
    REPORTED,
    COMPLETED,
    RETURNED,
    OVERDUE,
    WITHDRAWN;

    /** The event that tells of it. */
    public EventType event() {
      return switch (this) {
        case ASSIGNED -> EventType.DUTIES_ASSIGNED;
        case ACCEPTED -> EventType.DUTY_ACCEPTED;
        case REPORTED -> EventType.DUTY_REPORTED;
        case COMPLETED -> EventType.DUTY_COMPLETED;
        case RETURNED -> EventType.DUTY_RETURNED;
        case OVERDUE -> EventType.DUTY_OVERDUE;
        case WITHDRAWN -> EventType.DUTIES_WITHDRAWN;
      };
    }
  }
}
