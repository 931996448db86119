package lantian.warning.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal asks for; it never changes, so that what was approved is what was submitted.
 *
 * @param warningId the warning it changes, or the one that there will be
 * @param validFrom when the response is to begin; null for a lift, as {@code validTo}
 * @param policy id and version of the policy that judged
 * @param forecastId the latest run at that time; null where there was none
 */
public record ProposedChange(
    Mode mode,
    String jurisdiction,
    UUID warningId,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    String policy,
    @Nullable UUID forecastId,
    Text reason) {

  /** Whether the other asks for the same, be it for other reasons or by another run. */
  boolean asksForTheSameAs(ProposedChange other) {
    return kind == other.kind
        && from == other.from
        && to == other.to
        && cause == other.cause
        && response == other.response
        && Objects.equals(validFrom, other.validFrom)
        && Objects.equals(validTo, other.validTo)
        && policy.equals(other.policy);
  }

  /** SHA-256 of all of it, in hexadecimal; submissions and approvals carry it. */
  public String fingerprint() {
    String content =
        String.join(
            "\n",
            mode.name(),
            jurisdiction,
            warningId.toString(),
            kind.name(),
            from.name(),
            to.name(),
            cause.name(),
            response.name(),
            String.valueOf(validFrom),
            String.valueOf(validTo),
            policy,
            String.valueOf(forecastId),
            reason.zh(),
            reason.en());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
