package lantian.notification.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import lantian.events.ChangeKind;
import lantian.events.EscalationReason;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: kept as it was when the event came in. {@code from} and {@code to} are the
 * levels before and after; {@code duties} is the unit's whole list, empty when it may stand down;
 * {@code escalated} is there where others were told of the message before.
 */
public record Content(
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    String jurisdictionName,
    String unitName,
    String unitNameEn,
    OffsetDateTime at,
    @Nullable OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    Text text,
    DutyList duties,
    @Nullable Escalated escalated) {

  /** Whether it takes back a false alarm: it goes out before everything else. */
  public boolean correctsFalseAlarm() {
    return kind == ChangeKind.CANCEL;
  }

  /**
   * That this goes to {@code to} after {@code insteadOf}, who is null where the unit had nobody to
   * tell; {@code since}: from when the answer was waited for, that is for so many {@code minutes}.
   */
  public record Escalated(
      Rank to, @Nullable Rank insteadOf, EscalationReason reason, Instant since, long minutes) {}

  Content escalated(Escalated how, Text other) {
    return new Content(
        kind,
        from,
        to,
        jurisdictionName,
        unitName,
        unitNameEn,
        at,
        validFrom,
        validTo,
        other,
        duties,
        how);
  }
}
