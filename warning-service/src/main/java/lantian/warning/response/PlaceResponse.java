package lantian.warning.response;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * The response of a place as it was last told. Where its own warning was in force first, it goes on
 * under that one's id, so that whoever has to act sees one sequence and is asked once.
 *
 * @param eventId of the event that told of it
 */
public record PlaceResponse(
    UUID id,
    Mode mode,
    String jurisdiction,
    long revision,
    WarningLevel level,
    Cause cause,
    Response response,
    String policy,
    Instant validFrom,
    @Nullable Instant validTo,
    UUID eventId) {

  /** The next change, whatever the level is; of an end what was in force before is told. */
  ResponseChange changed(Demands demands, Trigger trigger) {
    Demand decisive = demands.decisive();
    WarningLevel to = demands.level();
    Instant from = decisive == null ? trigger.at() : decisive.validFrom();
    return new ResponseChange(
        id,
        revision + 1,
        mode,
        jurisdiction,
        kind(level, to, trigger),
        level,
        to,
        decisive == null ? cause : decisive.cause(),
        decisive == null ? response : decisive.response(),
        decisive == null ? policy : decisive.policy(),
        from.isBefore(trigger.at()) ? trigger.at() : from,
        decisive == null ? null : decisive.validTo(),
        demands,
        trigger,
        eventId);
  }

  /** Whether what is asked now differs from what was told. */
  boolean differsFrom(Demands demands) {
    Demand decisive = demands.decisive();
    return demands.level() != level
        || (decisive != null
            && (decisive.response() != response
                || decisive.cause() != cause
                || !Objects.equals(decisive.validTo(), validTo)));
  }

  static ChangeKind kind(WarningLevel from, WarningLevel to, Trigger trigger) {
    if (from == to) {
      return ChangeKind.EXTEND;
    }
    if (to == WarningLevel.NONE) {
      return trigger.withdraws() ? ChangeKind.CANCEL : ChangeKind.LIFT;
    }
    if (from == WarningLevel.NONE) {
      return ChangeKind.RAISE;
    }
    return to.isAbove(from) ? ChangeKind.UPGRADE : ChangeKind.DOWNGRADE;
  }
}
