package lantian.tasking.fanout;

import java.time.Instant;
import java.util.UUID;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/** A fan-out of which nothing is written yet; see {@link FanOutRun}. */
public record NewFanOut(
    UUID warning,
    long revision,
    String jurisdiction,
    WarningLevel to,
    @Nullable LevelBefore before,
    String planVersion,
    boolean planChanged,
    int units,
    Instant happenedAt) {}
