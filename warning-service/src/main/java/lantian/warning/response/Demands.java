package lantian.warning.response;

import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * All that asks a place to respond at one moment; null: nothing of that kind.
 *
 * @param own the warning for the place itself
 * @param above of the warnings of places above the one that binds most
 * @param stricter the place's own decision
 */
record Demands(@Nullable Demand own, @Nullable Demand above, @Nullable Demand stricter) {

  /** The one that decides; of equals the place's own warning. Null: nothing asks. */
  @Nullable Demand decisive() {
    Demand first = own != null && own.asks() ? own : null;
    Demand second = first == null ? above : first.orStricter(above);
    return second == null ? stricter : second.orStricter(stricter);
  }

  WarningLevel level() {
    Demand decisive = decisive();
    return decisive == null ? WarningLevel.NONE : decisive.level();
  }

  static WarningLevel levelOf(@Nullable Demand demand) {
    return demand == null ? WarningLevel.NONE : demand.level();
  }

  /** Whether something beside the place's own warning asks, so that a response of its own runs. */
  boolean goBeyondOwn() {
    return above != null || stricter != null;
  }
}
