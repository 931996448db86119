package lantian.notification.contact;

/** Why a contact was not entered, changed or removed; nothing was stored. */
public final class ContactRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reasons there are. */
  public enum Reason {
    /** There is no such contact. */
    UNKNOWN,
    /** The unit has another contact with this channel and target. */
    TWICE,
    /** Somebody changed it since. */
    STALE
  }

  private final Reason reason;
  private final long version;

  private ContactRefusal(Reason reason, long version) {
    super(reason.name());
    this.reason = reason;
    this.version = version;
  }

  static ContactRefusal unknown() {
    return new ContactRefusal(Reason.UNKNOWN, 0);
  }

  static ContactRefusal twice() {
    return new ContactRefusal(Reason.TWICE, 0);
  }

  static ContactRefusal stale(long stands) {
    return new ContactRefusal(Reason.STALE, stands);
  }

  public Reason reason() {
    return reason;
  }

  /** The version that stands, where that is the reason. */
  public long version() {
    return version;
  }
}
