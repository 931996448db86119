package lantian.warning.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A policy that somebody brought in: a draft until somebody else puts it into force, and from then
 * on for good; a newer one takes its place by its date.
 *
 * @param content the document in its one written form, from which the policy was read
 * @param activation null: a draft
 */
public record PolicyPack(
    Policy policy,
    String content,
    String importedBy,
    String importerRole,
    Instant importedAt,
    @Nullable Activation activation) {

  /** Who put it into force, in which role. */
  public record Activation(String by, String role, Instant at) {}

  public boolean isActive() {
    return activation != null;
  }

  /** From its date on, but never from before it was put into force; null of a draft. */
  public @Nullable Instant holdsFrom() {
    if (activation == null) {
      return null;
    }
    Instant effective = policy.effectiveAt();
    return effective.isBefore(activation.at()) ? activation.at() : effective;
  }

  /** SHA-256 of what it says, in hexadecimal. */
  public String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
