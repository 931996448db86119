package lantian.warning.publication;

/** A form in which messages go out to other systems. */
public interface DocumentForm {

  /** Which forms there are. */
  enum Name {
    /** CAP 1.2 of OASIS. */
    CAP,
    /** GB/T 35965.1. */
    CAP_CN
  }

  Name name();

  /** The document, but for its {@link Stamp}. */
  String draft(Message message);

  /**
   * The draft as it goes out: stamped, found valid and, where the form has signatures, signed.
   * Nothing else of it changes.
   */
  String finish(String draft, Stamp stamp);
}
