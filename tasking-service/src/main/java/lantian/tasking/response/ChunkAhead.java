package lantian.tasking.response;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next chunk in a thread of its own while the one before it is written: one at a time, in
 * memory alone. What is made follows from its place; where the place is another by then, or making
 * it failed, it is made again where it is needed, so that nobody depends on it.
 *
 * @param <P> where a chunk begins, with everything that it is made from
 * @param <C> a chunk
 */
final class ChunkAhead<P, C> {
  static final String THREAD = "fan-out-ahead";

  private record Next<P, C>(P place, FutureTask<C> making) {}

  private final Function<P, C> make;
  private final AtomicReference<@Nullable Next<P, C>> next = new AtomicReference<>();

  ChunkAhead(Function<P, C> make) {
    this.make = make;
  }

  /** The chunk of this place, handed out once. */
  C chunk(P place) {
    var ahead = next.getAndSet(null);
    if (ahead == null || !ahead.place().equals(place)) {
      return make.apply(place);
    }
    try {
      return ahead.making().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return make.apply(place);
    } catch (ExecutionException e) {
      // Here it fails once more, for whoever writes it to hear.
      return make.apply(place);
    }
  }

  /** Begins to make the chunk of this place, which is likely to be asked for next. */
  void begin(P place) {
    var making = new FutureTask<>(() -> make.apply(place));
    next.set(new Next<>(place, making));
    Thread.ofPlatform().name(THREAD).daemon().start(making);
  }
}
