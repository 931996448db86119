package lantian.kit.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every moment between two steps at which a process may die and leave the first without the second.
 * Adapters pass them with {@link #reached()}, which does nothing unless a test has armed the point
 * (only where the profile {@code faults} is active, see {@link CrashPointController}); then the
 * process ends on the spot, without shutdown hooks, as after {@code kill -9}.
 *
 * <p>The tests of faults run over all constants, so that a new step is not forgotten.
 */
public enum CrashPoint {
  /** A forecast run is found good and not yet stored. */
  FORECAST_VALIDATED,
  /** A forecast run is stored, not committed. */
  FORECAST_STORED,
  /** A proposal of the service is stored, not committed. */
  PROPOSAL_STORED,
  /** A person's submission is stored, not committed. */
  SUBMISSION_STORED,
  /** A person's approval is stored, not committed. */
  APPROVAL_STORED,
  /** A warning's change is stored, its event is not, nothing is committed. */
  WARNING_CHANGE_STORED,
  /** An event stands in the outbox, in the transaction of its change, not committed. */
  EVENT_APPENDED,
  /** The answer to an {@code Idempotency-Key} is stored with the effect, not committed. */
  ANSWER_STORED,
  /** All is committed; the caller has no answer. */
  REQUEST_COMMITTED,

  /** The relay has taken events and sent none. */
  RELAY_CLAIMED,
  /** Events are on their way; the broker's answer is not there. */
  RELAY_SENT,
  /** The broker has them; the outbox does not say so. */
  RELAY_CONFIRMED,
  /** The outbox says so, committed. */
  RELAY_MARKED,

  /** An event's effect and its inbox row are written, not committed. */
  INTAKE_HANDLED,
  /** They are committed; the broker still takes the event for unread. */
  INTAKE_COMMITTED,

  /** The fan-out of a level change is recorded, not committed. */
  FAN_OUT_RECORDED,
  /** A chunk of a fan-out and how far it came are written, not committed. */
  FAN_OUT_CHUNK_WRITTEN,
  /** They are committed; the worker has not looked for the next. */
  FAN_OUT_CHUNK_COMMITTED,

  /** A delivery is claimed, committed; its call is not begun. */
  CALL_CLAIMED,
  /** A call is begun in the database, committed; nothing went out. */
  CALL_BEGUN,
  /** The receiver has answered; the database does not know. */
  CALL_ANSWERED,
  /** The end of a call is stored, committed. */
  CALL_CONCLUDED,
  /** A liaison's answer is stored, not committed. */
  ACKNOWLEDGEMENT_STORED;

  private static final Logger log = LoggerFactory.getLogger(CrashPoint.class);
  private static final int LIKE_KILLED = 137;

  private final AtomicInteger left = new AtomicInteger();

  /** Ends this process here if the point is armed and this is the time. */
  public void reached() {
    if (left.get() > 0 && left.decrementAndGet() == 0) {
      log.error("ending this process at {}, as armed", this);
      Runtime.getRuntime().halt(LIKE_KILLED);
    }
  }

  /** From now on the process ends when the point is reached for the {@code time}th time; 0: not. */
  void arm(int time) {
    left.set(time);
  }
}
