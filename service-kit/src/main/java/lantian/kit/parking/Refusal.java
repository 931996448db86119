package lantian.kit.parking;

import lantian.kit.intake.PoisonRecord;

/** Why a reader did not take a record: a reason for programs, and a detail for the operator. */
record Refusal(String reason, String detail) {
  private static final int LONGEST = 4_000;

  static Refusal of(Throwable failure) {
    var cause = rootCause(failure);
    var reason = cause instanceof PoisonRecord poison ? poison.reason().name() : "FAILED";
    var text = cause.getClass().getSimpleName() + ": " + cause.getMessage() + place(cause);
    var printable = text.replace("\u0000", "");
    return new Refusal(
        reason, printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable);
  }

  static Throwable rootCause(Throwable failure) {
    for (var t = failure; t != null; t = t.getCause()) {
      if (t instanceof PoisonRecord) {
        return t;
      }
    }
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Where in our own code it was thrown. */
  static String place(Throwable cause) {
    for (var frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("lantian.")) {
        return " (" + frame + ")";
      }
    }
    return "";
  }
}
