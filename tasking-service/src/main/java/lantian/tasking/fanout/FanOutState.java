package lantian.tasking.fanout;

/**
 * Where a fan-out stands.
 *
 * <table>
 *   <caption>Transitions; everything else is refused</caption>
 *   <tr><th>state</th><th>last chunk</th><th>newer revision</th><th>tried in vain</th>
 *       <th>resumed</th></tr>
 *   <tr><td>OPEN</td><td>WHOLE</td><td>SUPERSEDED</td><td>OPEN, at last FAILED</td><td></td></tr>
 *   <tr><td>FAILED</td><td></td><td>SUPERSEDED</td><td></td><td>OPEN</td></tr>
 *   <tr><td>WHOLE, SUPERSEDED</td><td colspan="4">final</td></tr>
 * </table>
 */
public enum FanOutState {
  /** Being written, or waiting for it. */
  OPEN,
  /** Every unit has its duties. */
  WHOLE,
  /** A newer revision of the warning took over what was left. */
  SUPERSEDED,
  /** Tried in vain so often that an operator has to look at it. */
  FAILED
}
