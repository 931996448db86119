package lantian.tasking.fanout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All fan-outs there are. */
public interface FanOutRuns {

  /**
   * Keeps a new one, which takes over what earlier revisions of the warning have left, and wakes a
   * worker when that is committed.
   */
  void record(NewFanOut fanOut);

  /** Claims the most urgent that is free: the higher level first, then the one least far. */
  Optional<Claim> claim(String owner, Duration lease);

  /** Frees what a process of this name held when it died. */
  void free(String owner);

  /**
   * Whether the claim holds at this moment. The transaction in which it is asked ends by itself if
   * the process says nothing for so long, so that a process that hangs keeps nobody else waiting.
   */
  boolean holds(Claim claim, Duration silentAtMost);

  /** Notes how far it came and frees it; tells whether the claim still held. */
  boolean advance(Claim claim, Progress progress);

  /** Somebody else has written a newer revision. */
  void supersede(Claim claim);

  /** Frees it, the try not counted. */
  void putBack(Claim claim);

  /** Frees it after a pause. */
  void putBack(Claim claim, Duration pause, String error);

  /** Nobody takes it again until it is resumed. */
  void fail(Claim claim, String error);

  /** Frees a failed one; tells whether it was one. */
  boolean resume(UUID id);

  Optional<FanOutRun> find(UUID id);

  /** The latest first. {@code leadingDigits}: of jurisdictions, empty for all. */
  List<FanOutRun> list(String leadingDigits, @Nullable FanOutState state, int page, int size);

  long count(String leadingDigits, @Nullable FanOutState state);

  /** Fan-outs that will go on without anybody's help. */
  long countOpen();

  Backlog backlog();
}
