package lantian.warning.publication.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code lantian.warning.signing.*}: the key in PEM, or the file that holds it; see {@link
 * SigningKey}.
 */
@ConfigurationProperties("lantian.warning.signing")
record SigningSettings(@Nullable String key, @Nullable String keyFile) {

  /** The key of the settings; without one, and only on a local platform, one for this process. */
  SigningKey signingKey(boolean local) {
    if (key != null && !key.isBlank()) {
      return SigningKey.parse(key);
    }
    if (keyFile != null && !keyFile.isBlank()) {
      try {
        return SigningKey.parse(Files.readString(Path.of(keyFile)));
      } catch (IOException e) {
        throw new IllegalStateException("LANTIAN_CAP_KEY_FILE cannot be read: " + keyFile, e);
      }
    }
    if (!local) {
      throw new IllegalStateException(
          "LANTIAN_CAP_KEY or LANTIAN_CAP_KEY_FILE is missing: the key that signs what is published"
              + " (P-256 or RSA of 3072 bits, in PEM, with its public half)");
    }
    return SigningKey.fresh();
  }

  @Override
  public String toString() {
    return "SigningSettings[]";
  }
}
