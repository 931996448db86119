package lantian.tasking.duty;

import java.time.Instant;

/** Something that happened to a duty; {@code duty} is the duty as it stands after it. */
public sealed interface DutyEvent {
  Duty duty();

  String by();

  Instant at();

  /** A liaison took it on. */
  record Accepted(Duty duty, String by, Instant at) implements DutyEvent {}

  /** Progress, in the unit's own words. */
  record Reported(Duty duty, String by, Instant at, String text) implements DutyEvent {}

  /** It was done. */
  record Completed(Duty duty, String by, Instant at, boolean late, String evidence)
      implements DutyEvent {}

  /** It was sent back for rework. */
  record Returned(Duty duty, String by, Instant at, String reason) implements DutyEvent {}
}
