package lantian.local.api;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that the caller brings for a contact, as Standard Webhooks writes it. One that the
 * service makes is shown in the first answer only, and that may get lost.
 */
public final class SigningSecret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private SigningSecret() {}

  public static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
