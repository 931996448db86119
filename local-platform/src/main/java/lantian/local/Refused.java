package lantian.local;

/**
 * A command cannot do what it was asked to, for a reason that the person can do something about.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes the reason's code in the message bundle, and what the reason is about. */
  public Refused(String code, Object... arguments) {
    super(Texts.both(code, arguments));
  }
}
