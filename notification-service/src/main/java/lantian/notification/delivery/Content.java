package lantian.notification.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.AssignedDuty;
import lantian.events.ChangeKind;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: kept as it was when the event came in. {@code from} and {@code to} are the
 * levels before and after; {@code duties} is the unit's whole list, empty when it may stand down.
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
    List<AssignedDuty> duties) {

  public Content {
    duties = List.copyOf(duties);
  }

  Content saying(Text other) {
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
        duties);
  }
}
