package lantian.warning.proposal;

import java.time.Instant;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.warning.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the judgement wants with what is ordered: never below the order while it holds, and as
 * long as it (a notice of the province or the ministry is followed in level and time, 太原2019).
 */
final class FollowingOrder {
  private FollowingOrder() {}

  /**
   * What is asked for instead of what the judgement wants.
   *
   * @param change null: the level stands
   */
  record Wanted(
      @Nullable ChangeKind change,
      WarningLevel to,
      Cause cause,
      @Nullable Instant from,
      @Nullable Instant until,
      Text reason) {}

  /**
   * Null: what the judgement wants is enough.
   *
   * @param judged null where it wants nothing
   * @param unjudged whether there was nothing to judge, so that an order alone begins and ends it
   */
  static @Nullable Wanted instead(
      @Nullable OrderedLevel ordered,
      @Nullable ProposedChange judged,
      boolean unjudged,
      @Nullable Warning inForce) {
    if (ordered == null) {
      return null;
    }
    WarningLevel level = inForce == null ? WarningLevel.NONE : inForce.level();
    if (ordered.level() == WarningLevel.NONE) {
      return unjudged && inForce != null
          ? new Wanted(
              ChangeKind.LIFT, WarningLevel.NONE, inForce.cause(), null, null, ordered.reason())
          : null;
    }
    WarningLevel otherwise = judged == null ? level : judged.to();
    if (ordered.level().isAbove(otherwise) && ordered.level() != level) {
      return asked(kind(level, ordered.level()), ordered);
    }
    if (ordered.level().isAbove(otherwise)) {
      return new Wanted(null, level, ordered.cause(), null, null, ordered.reason());
    }
    boolean longer =
        judged == null
            && inForce != null
            && ordered.level() == level
            && inForce.validTo() != null
            && ordered.to() != null
            && ordered.to().isAfter(inForce.validTo());
    return longer ? asked(ChangeKind.EXTEND, ordered) : null;
  }

  private static Wanted asked(ChangeKind kind, OrderedLevel ordered) {
    return new Wanted(
        kind, ordered.level(), ordered.cause(), ordered.from(), ordered.to(), ordered.reason());
  }

  private static ChangeKind kind(WarningLevel from, WarningLevel to) {
    if (from == WarningLevel.NONE) {
      return ChangeKind.RAISE;
    }
    return to.isAbove(from) ? ChangeKind.UPGRADE : ChangeKind.DOWNGRADE;
  }
}
