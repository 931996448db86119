package lantian.tasking.fanout;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.UUID;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out of one revision of a warning, and how far it came: the units of the plan before
 * {@code nextUnit} are written.
 *
 * @param id follows from warning and revision
 * @param before absent where nothing of the warning was read before
 * @param planChanged units may have duties by an earlier version of the plan
 * @param units how many the plan has
 * @param nextPosition the plan's duties before {@code nextUnit}
 * @param happenedAt business time of the event that told of the change
 * @param tries since it last came further
 * @param recordedAt machine time, as {@code finishedAt}
 */
public record FanOutRun(
    UUID id,
    UUID warning,
    long revision,
    String jurisdiction,
    WarningLevel to,
    @Nullable LevelBefore before,
    String planVersion,
    boolean planChanged,
    int units,
    int nextUnit,
    int nextPosition,
    FanOutState state,
    Instant happenedAt,
    int tries,
    @Nullable String lastError,
    Instant recordedAt,
    @Nullable Instant finishedAt) {

  /** The id by which the fan-out of this revision is known. */
  public static UUID idOf(UUID warning, long revision) {
    return Generators.nameBasedGenerator(warning).generate("fan-out/" + revision);
  }
}
