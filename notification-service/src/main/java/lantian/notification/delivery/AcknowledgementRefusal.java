package lantian.notification.delivery;

/** Why an acknowledgement was not taken; nothing was stored. */
public final class AcknowledgementRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reasons there are. */
  public enum Reason {
    /** There is no such delivery. */
    UNKNOWN,
    /** The unit had no contact: nobody was sent anything. */
    NOBODY_ADDRESSED,
    /** A newer message of the same warning has taken its place. */
    SUPERSEDED
  }

  private final Reason reason;

  AcknowledgementRefusal(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
