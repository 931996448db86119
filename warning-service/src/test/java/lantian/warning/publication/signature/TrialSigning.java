package lantian.warning.publication.signature;

/** Signs with a key that a test has made. */
public final class TrialSigning {
  private TrialSigning() {}

  public static Signing with(String pem) {
    return new Signing(SigningKey.parse(pem));
  }
}
