package lantian.warning.warning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import lantian.events.Text;
import org.jspecify.annotations.Nullable;

/**
 * One duty officer takes back a warning that was published in error (撤销). There is nothing in it to
 * choose: it is of the last revision, says what was prepared with that, and leaves nothing in
 * force.
 *
 * @param warning as it stands, in force
 * @param contentSha256 fingerprint of what was prepared
 * @param told what it says of itself, prepared too
 * @param reason why, for those inside
 */
public record Correction(
    Warning warning,
    String contentSha256,
    Text told,
    String by,
    Instant at,
    @Nullable String reason) {

  public Correction {
    if (!warning.isInForce()) {
      throw new IllegalArgumentException("nothing is in force that could be taken back");
    }
  }

  /** A warning is taken back once; the id follows from it. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(
        ("lantian/correction/" + warning.id() + "/" + warning.revision())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The revision that ends the warning. */
  public long revision() {
    return warning.revision() + 1;
  }
}
