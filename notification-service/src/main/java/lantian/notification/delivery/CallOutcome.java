package lantian.notification.delivery;

import java.time.Duration;
import lantian.events.FailureReason;

/** What became of one call, as every channel tells it. {@code detail} is for people. */
public sealed interface CallOutcome {
  String detail();

  /** The receiver's side has the message. */
  record Sent(String detail) implements CallOutcome {}

  /**
   * The receiver certainly does not have it; not before {@code after} has passed, if it said so.
   */
  record TryAgain(String detail, Duration after) implements CallOutcome {}

  /** No further attempt would help. */
  record GiveUp(FailureReason reason, String detail) implements CallOutcome {}

  /** The message may or may not have been taken. */
  record Unknown(String detail) implements CallOutcome {}
}
