package lantian.tasking.fanout.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.tasking.fanout.FanOutRun;
import lantian.tasking.fanout.FanOutState;
import org.jspecify.annotations.Nullable;

/**
 * A fan-out as operators see it: {@code unitsWritten} of {@code units} have what the change lays
 * upon them; {@code tries} and {@code lastError} since it last came further.
 */
record FanOutView(
    UUID id,
    UUID warningId,
    long revision,
    String jurisdiction,
    WarningLevel to,
    FanOutState state,
    String planVersion,
    int units,
    int unitsWritten,
    int tries,
    @Nullable String lastError,
    OffsetDateTime recordedAt,
    @Nullable OffsetDateTime finishedAt) {

  static FanOutView of(FanOutRun run) {
    var finishedAt = run.finishedAt();
    return new FanOutView(
        run.id(),
        run.warning(),
        run.revision(),
        run.jurisdiction(),
        run.to(),
        run.state(),
        run.planVersion(),
        run.units(),
        run.nextUnit(),
        run.tries(),
        run.lastError(),
        ChinaTime.at(run.recordedAt()),
        finishedAt == null ? null : ChinaTime.at(finishedAt));
  }
}
