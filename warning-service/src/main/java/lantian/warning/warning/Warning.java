package lantian.warning.warning;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A warning (预警) as its last revision left it.
 *
 * @param level NONE once it is lifted
 * @param publishedAt of the last revision, as {@code validFrom} and {@code validTo}
 * @param eventId of the event that told of the last revision
 */
public record Warning(
    UUID id,
    Mode mode,
    String jurisdiction,
    long revision,
    WarningLevel level,
    Cause cause,
    Response response,
    String policy,
    Instant firstPublishedAt,
    Instant publishedAt,
    Instant validFrom,
    @Nullable Instant validTo,
    UUID eventId) {

  public boolean isInForce() {
    return level != WarningLevel.NONE;
  }

  /** Whether it is in force, and its validity is over or ends within these hours. */
  public boolean endsWithin(int hours, Instant now) {
    return isInForce() && validTo != null && !now.plusSeconds(hours * 3600L).isBefore(validTo);
  }
}
