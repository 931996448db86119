package lantian.notification.contact;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Service;

/**
 * Signing secrets as Standard Webhooks writes them: {@code whsec_} and 24 to 64 bytes in Base64.
 */
@Service
public class Secrets {
  public static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  public String next() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether a secret that somebody brings is one. */
  public static boolean isOne(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      var length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return length >= 24 && length <= 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
