package lantian.tasking.response;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A published revision of a warning, as far as it concerns tasking; {@code to} is NONE when it was
 * lifted or cancelled.
 */
public record LevelChange(
    UUID warning,
    long revision,
    Mode mode,
    String jurisdiction,
    String jurisdictionName,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Response response,
    Instant publishedAt,
    Instant validFrom,
    @Nullable Instant validTo) {

  /** From when its duties count: not before it was published, nor before the response holds. */
  public Instant effectiveFrom() {
    return validFrom.isAfter(publishedAt) ? validFrom : publishedAt;
  }
}
