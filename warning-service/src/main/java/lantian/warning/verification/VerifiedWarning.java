package lantian.warning.verification;

import java.time.Instant;
import java.util.UUID;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A published warning that is over, held against what was measured while it was in force.
 *
 * @param published the highest level that it had
 * @param measured the highest level that was reached
 * @param leadHours from the first publication to the begin of the pollution, negative: it had
 *     begun; null where none came
 */
public record VerifiedWarning(
    UUID id,
    Instant publishedAt,
    Instant endedAt,
    WarningLevel published,
    WarningLevel measured,
    @Nullable Long leadHours) {

  public Outcome outcome() {
    return Outcome.of(published, measured);
  }

  public int levelError() {
    return asCase().levelError();
  }

  Score.Case asCase() {
    return new Score.Case(published, measured);
  }
}
