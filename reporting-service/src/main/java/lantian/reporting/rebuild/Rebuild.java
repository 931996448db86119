package lantian.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild of all projections. Times are the machine's.
 *
 * @param tries how often it was begun
 * @param events that were kept when it was begun; more may have come in since
 * @param read of them so far, or in all
 * @param changes none where the projections were right already
 */
public record Rebuild(
    long id,
    RebuildState state,
    String askedBy,
    Instant askedAt,
    int tries,
    long events,
    long read,
    @Nullable Instant endedAt,
    @Nullable String failure,
    List<TableChange> changes) {

  public Rebuild {
    changes = List.copyOf(changes);
  }

  /**
   * What operators are shown.
   *
   * @param seconds since it was asked for; 0 where none runs
   * @param left events that it has yet to read
   * @param failed whether the last one has failed
   */
  public record Standing(double seconds, long left, boolean failed) {}
}
