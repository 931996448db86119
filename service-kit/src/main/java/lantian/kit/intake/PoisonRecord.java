package lantian.kit.intake;

/** A record that no retry will make readable; it is parked at once. */
public final class PoisonRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    EMPTY,
    NOT_A_CLOUD_EVENT,
    NOT_JSON,
    NOT_BY_SCHEMA,
    WRONG_TOPIC,
    ID_REUSED,
    /** Nobody can say for sure whether it is live or of a drill. */
    UNCLEAR_MODE,
    /** It refers to something that this service does not have, such as a jurisdiction's plan. */
    UNKNOWN_REFERENCE
  }

  private final Reason reason;

  public PoisonRecord(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public PoisonRecord(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
