package lantian.warning.forecast.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChinaTime;
import lantian.events.Resolution;
import lantian.events.WarningLevel;
import lantian.warning.forecast.IssuedRun;
import lantian.warning.forecast.LookingAtRuns.SeenRun;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param policy that it named; null: the one in force
 * @param from the first hour
 * @param to the last hour
 * @param level by this run and what had been measured when it arrived; null: not known
 * @param counts the place is judged by it now
 * @param stale over, or two more of its source should have come after it
 * @param superseded a later run of its source is there
 */
record IssuedRunView(
    UUID id,
    String jurisdiction,
    String source,
    OffsetDateTime issuedAt,
    Resolution resolution,
    @Nullable Cause causeMark,
    @Nullable String policy,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime receivedAt,
    String receivedBy,
    @Nullable WarningLevel level,
    @Nullable String levelPolicy,
    boolean counts,
    boolean stale,
    boolean superseded) {

  static IssuedRunView of(SeenRun seen) {
    IssuedRun run = seen.run();
    return new IssuedRunView(
        run.id(),
        run.jurisdiction(),
        run.source(),
        ChinaTime.at(run.issuedAt()),
        run.resolution(),
        run.causeMark(),
        run.policy(),
        ChinaTime.at(run.from()),
        ChinaTime.at(run.to()),
        ChinaTime.at(run.receivedAt()),
        run.receivedBy(),
        run.level(),
        run.levelPolicy(),
        seen.counts(),
        seen.stale(),
        run.superseded());
  }
}
