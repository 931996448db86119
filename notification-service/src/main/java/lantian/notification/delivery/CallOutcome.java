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
   * {@code fault}: whose it was.
   */
  record TryAgain(String detail, Duration after, Fault fault) implements CallOutcome {
    public TryAgain(String detail, Duration after) {
      this(detail, after, Fault.FAR_SIDE);
    }
  }

  /** No further attempt would help. */
  record GiveUp(FailureReason reason, String detail) implements CallOutcome {}

  /** The message may or may not have been taken. */
  record Unknown(String detail) implements CallOutcome {}

  /** What went wrong, as far as others who are reached the same way are concerned. */
  enum Fault {
    /** The far side as a whole is away, in trouble, or wants to be left alone. */
    FAR_SIDE,
    /** It answers well, but cannot take this for this one now. */
    THIS_ONE
  }
}
