package lantian.warning.verification;

import lantian.events.WarningLevel;

/** What was foretold, held against what came. */
public enum Outcome {
  /** A level was foretold, and one was reached. */
  HIT,
  /** One was reached that nobody had foretold. */
  MISS,
  /** One was foretold, and none was reached. */
  FALSE_ALARM,
  /** None was foretold, and none was reached. */
  CORRECT_REJECTION;

  public static Outcome of(WarningLevel foretold, WarningLevel measured) {
    if (measured == WarningLevel.NONE) {
      return foretold == WarningLevel.NONE ? CORRECT_REJECTION : FALSE_ALARM;
    }
    return foretold == WarningLevel.NONE ? MISS : HIT;
  }
}
