package lantian.warning.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a publication went somewhere.
 *
 * @param number 1 for the publication itself, growing with every time that it is told again
 * @param sha256 of what went out; the same every time
 * @param person who had it told again; null for the first time
 */
public record Dissemination(
    UUID warningId,
    long revision,
    int number,
    DisseminationChannel channel,
    Outcome outcome,
    String sha256,
    Instant at,
    @Nullable String person,
    @Nullable String reason) {

  /** What became of it. */
  public enum Outcome {
    /** It is there for everybody. */
    PUBLISHED,
    /** It stays inside: a drill. */
    WITHHELD,
    FAILED
  }
}
