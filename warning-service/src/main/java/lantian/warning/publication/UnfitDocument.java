package lantian.warning.publication;

/** A document that does not keep the rules of its form. */
public final class UnfitDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnfitDocument(String form, String why) {
    super(form + ": " + why);
  }

  public UnfitDocument(String form, Exception why) {
    super(form + ": " + why.getMessage(), why);
  }
}
