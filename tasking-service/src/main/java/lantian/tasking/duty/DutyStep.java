package lantian.tasking.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a duty after it was assigned.
 *
 * @param by null where nobody did it: overdue, withdrawn, replaced
 * @param text progress, evidence or the reason of a return, in the writer's words
 */
public record DutyStep(
    long version, What what, Instant at, @Nullable String by, @Nullable String text) {

  /** What happened. */
  public enum What {
    ACCEPTED,
    REPORTED,
    COMPLETED,
    RETURNED,
    OVERDUE,
    WITHDRAWN,
    REPLACED
  }
}
