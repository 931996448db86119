package lantian.console.issuer;

/** The one client of the local issuer: {@code lantian token}, on the same machine and account. */
public final class TokenClient {

  /** Its name. */
  public static final String ID = "lantian-token";

  /** The file with its secret, in the folder {@code secrets} of the data folder. */
  public static final String SECRET_FILE = "token-client";

  private TokenClient() {}
}
