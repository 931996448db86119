package lantian.tasking.plan;

/** A plan contradicts itself. */
public class InvalidPlan extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Subject subject;
  private final String code;

  InvalidPlan(Subject subject, String code, String message) {
    super(message);
    this.subject = subject;
    this.code = code;
  }

  /** What the fault lies in. */
  public enum Subject {
    HEADER,
    REPORT,
    UNIT,
    DUTY
  }

  public Subject subject() {
    return subject;
  }

  /** The code of the unit or duty at which the fault lies, else the jurisdiction's. */
  public String code() {
    return code;
  }
}
