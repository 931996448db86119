package lantian.kit.crash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every moment between two steps at which a process may die and leave the first without the second.
 * Adapters pass them with {@link #reached()}, which does nothing unless a test has armed the point
 * (only where the profile {@code faults} is active, see {@link CrashPointController}); then the
 * process ends on the spot, without shutdown hooks, as after {@code kill -9}, or what else {@link
 * Ending} says happens.
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
  /** A new day's duties of some units and how far it came are written, not committed. */
  DAILY_CHUNK_WRITTEN,

  /** All events are projected anew, beside what is in use, not committed. */
  REBUILD_READ,
  /** What was built anew is in use, not committed. */
  REBUILD_PUT_IN,

  /** A delivery is taken from those that are due, its call is not begun, nothing is committed. */
  CALL_CLAIMED,
  /** A call is begun in the database, committed; nothing went out. */
  CALL_BEGUN,
  /** The receiver has answered; the database does not know. */
  CALL_ANSWERED,
  /** The end of a call is stored, committed. */
  CALL_CONCLUDED,
  /** A liaison's answer is stored, not committed. */
  ACKNOWLEDGEMENT_STORED,
  /** The next one is to be told of an unanswered message: stored, not committed. */
  ESCALATION_STORED;

  private static final Logger log = LoggerFactory.getLogger(CrashPoint.class);
  private static final int LIKE_KILLED = 137;

  /** What happens at a point that is armed. */
  enum Ending {
    /** The process ends on the spot. */
    HALT,
    /** Whoever passes waits there until the point is disarmed, while everything else goes on. */
    HOLD,
    /** What no retry mends: an error is thrown at this and every later passing. */
    ASSERTION_ERROR,
    STACK_OVERFLOW_ERROR,
    NO_CLASS_DEF_FOUND_ERROR
  }

  /** Armed for the so-manieth passing. */
  private record Armed(AtomicInteger left, Ending ending, CountDownLatch released) {}

  private volatile @Nullable Armed armed;
  private volatile boolean held;

  /** Ends this process here if the point is armed and this is the time. */
  public void reached() {
    var now = armed;
    if (now == null) {
      return;
    }
    int left = now.left().decrementAndGet();
    if (left > 0) {
      return;
    }
    switch (now.ending()) {
      case HALT -> {
        log.error("ending this process at {}, as armed", this);
        Runtime.getRuntime().halt(LIKE_KILLED);
      }
      case HOLD -> {
        if (left == 0) {
          hold(now);
        }
      }
      case ASSERTION_ERROR -> throw new AssertionError("armed at " + this);
      case STACK_OVERFLOW_ERROR -> throw new StackOverflowError("armed at " + this);
      case NO_CLASS_DEF_FOUND_ERROR -> throw new NoClassDefFoundError("armed at " + this);
    }
  }

  private void hold(Armed now) {
    log.warn("held at {}, as armed", this);
    held = true;
    try {
      now.released().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      held = false;
    }
  }

  /** Whether somebody waits here. */
  boolean isHeld() {
    return held;
  }

  /** From now on it happens when the point is reached for the {@code time}th time; 0: never. */
  void arm(int time, Ending ending) {
    var before = armed;
    armed = time == 0 ? null : new Armed(new AtomicInteger(time), ending, new CountDownLatch(1));
    if (before != null) {
      before.released().countDown();
    }
  }
}
