package lantian.warning.damping;

import lantian.events.ChangeKind;
import lantian.events.WarningLevel;

/**
 * A change that the latest run asks for and that is not proposed yet.
 *
 * @param runs how many of the latest runs were asked; fewer than needed where there are no more
 * @param agreeing how many of them ask for it
 * @param needed how many must, one after the other
 */
public record Damped(
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    int runs,
    int agreeing,
    int needed,
    int withinHours,
    int atOnceHours) {

  public boolean raises() {
    return to.isAbove(from);
  }
}
