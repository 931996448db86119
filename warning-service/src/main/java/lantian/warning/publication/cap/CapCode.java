package lantian.warning.publication.cap;

import java.util.Locale;

/** A value of CAP 1.2, written as CAP has it: {@code AllClear} for {@code ALL_CLEAR}. */
public interface CapCode {
  String name();

  default String code() {
    var code = new StringBuilder();
    for (String word : name().split("_", -1)) {
      code.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return code.toString();
  }

  /** Of what kind the event is (3.2.2). */
  enum Category implements CapCode {
    ENV,
    HEALTH
  }

  /** How soon it is time to act. */
  enum Urgency implements CapCode {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
  }

  /** How bad it is. */
  enum Severity implements CapCode {
    EXTREME,
    SEVERE,
    MODERATE,
    MINOR,
    UNKNOWN
  }

  /** How sure. */
  enum Certainty implements CapCode {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN
  }

  /** What people are asked to do. */
  enum ResponseType implements CapCode {
    SHELTER,
    EVACUATE,
    PREPARE,
    EXECUTE,
    AVOID,
    MONITOR,
    ASSESS,
    ALL_CLEAR,
    NONE
  }
}
