package lantian.notification.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a delivery stands. What leads where, which the database holds too ({@code
 * delivery_transition}):
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr><th>from</th><th>to</th><th>when</th></tr>
 * <tr><td>(new)</td><td>PENDING</td><td>the unit has a contact</td></tr>
 * <tr><td>(new)</td><td>PERM_FAIL</td><td>the unit has none (NO_CONTACT)</td></tr>
 * <tr><td>(new)</td><td>SUPERSEDED</td><td>the event came after that of a newer revision</td></tr>
 * <tr><td>PENDING, TEMP_FAIL, UNKNOWN</td><td>CALLING</td><td>due; committed right before the
 * call</td></tr>
 * <tr><td>PENDING, TEMP_FAIL, UNKNOWN</td><td>CLAIMED</td><td>taken to end without a call, or by a
 * version before this one</td></tr>
 * <tr><td>CLAIMED</td><td>CALLING</td><td>by a version before this one</td></tr>
 * <tr><td>CLAIMED</td><td>PENDING</td><td>the sender died before the call: the lease ran out</td></tr>
 * <tr><td>CLAIMED</td><td>PERM_FAIL</td><td>the contact is gone or no longer active</td></tr>
 * <tr><td>CALLING</td><td>ACCEPTED</td><td>the receiver took it</td></tr>
 * <tr><td>CALLING</td><td>TEMP_FAIL</td><td>certainly not taken; tried again later</td></tr>
 * <tr><td>CALLING</td><td>UNKNOWN</td><td>perhaps taken, or the sender died in the call; repeated
 * once, marked, after the receipt window</td></tr>
 * <tr><td>CALLING</td><td>PERM_FAIL</td><td>refused for good, out of time, or the repeat ended
 * unknown too</td></tr>
 * <tr><td>PENDING, CLAIMED, TEMP_FAIL, UNKNOWN</td><td>SUPERSEDED</td><td>the unit has a newer
 * message of this warning</td></tr>
 * <tr><td>CALLING</td><td>SUPERSEDED</td><td>the same, when the call did not get through</td></tr>
 * <tr><td>all but SUPERSEDED</td><td>ACKED</td><td>the liaison answered, or the office entered that
 * it did</td></tr>
 * </table>
 */
public enum DeliveryState {
  /** Waits for its call. */
  PENDING,
  /** Taken by a sender for a limited time; not called. */
  CLAIMED,
  /** Being called, until a deadline. */
  CALLING,
  /** The receiver's side has it; nobody has answered yet. */
  ACCEPTED,
  /** Somebody answered: nothing more is sent. */
  ACKED,
  /** Not taken; waits for the next attempt. */
  TEMP_FAIL,
  /** Not told, and told that it was not. */
  PERM_FAIL,
  /** Nobody knows whether it was taken; waits for the marked repeat. */
  UNKNOWN,
  /** Not sent, since a newer message of the same warning takes its place. */
  SUPERSEDED;

  /** Where it may go from here. */
  public Set<DeliveryState> next() {
    return switch (this) {
      case PENDING, TEMP_FAIL, UNKNOWN -> EnumSet.of(CLAIMED, CALLING, ACKED, SUPERSEDED);
      case CLAIMED -> EnumSet.of(PENDING, CALLING, ACKED, PERM_FAIL, SUPERSEDED);
      case CALLING -> EnumSet.of(ACCEPTED, ACKED, TEMP_FAIL, PERM_FAIL, UNKNOWN, SUPERSEDED);
      case ACCEPTED, PERM_FAIL -> EnumSet.of(ACKED);
      case ACKED, SUPERSEDED -> EnumSet.noneOf(DeliveryState.class);
    };
  }

  public boolean mayBecome(DeliveryState next) {
    return next().contains(next);
  }
}
