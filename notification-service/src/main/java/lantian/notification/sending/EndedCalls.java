package lantian.notification.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lantian.notification.sending.ConcludingCalls.EndedCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Calls whose ends are not kept yet. Whatever has ended while one transaction was written goes into
 * the next one together. While the database is away they stay here; if this process dies, their
 * ends are unknown.
 */
final class EndedCalls {
  private static final Logger log = LoggerFactory.getLogger(EndedCalls.class);
  private static final int MOST_AT_ONCE = 200;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(200);

  /** So few that requests and events find a connection. */
  private static final int WRITERS = 2;

  private final Keeping keeping;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers = new ArrayList<>();
  private volatile int most = MOST_AT_ONCE;
  private volatile boolean running;
  private volatile boolean hurried;

  EndedCalls(Keeping keeping) {
    this.keeping = keeping;
  }

  /** Puts the ends of these calls on the disk, all or none; gives back those that were too late. */
  @FunctionalInterface
  interface Keeping {
    List<EndedCall> keep(List<EndedCall> ended);
  }

  private record Waiting(EndedCall ended, CompletableFuture<Boolean> kept) {}

  void start() {
    running = true;
    hurried = false;
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          Thread.ofPlatform().name("delivery-writer-" + i).daemon().start(this::writeUntilStopped));
    }
  }

  /** From now on nothing is tried again. */
  void hurry() {
    hurried = true;
  }

  /** What is not kept by now has an unknown end. */
  void stop() {
    running = false;
    for (var writer : writers) {
      try {
        writer.join(AFTER_FAILURE.multipliedBy(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    writers.clear();
    queue.forEach(waiting -> waiting.kept().complete(false));
    queue.clear();
  }

  /** Returns when the end is on the disk; false where that was no longer this caller's to say. */
  boolean keep(EndedCall ended) {
    var waiting = new Waiting(ended, new CompletableFuture<>());
    queue.add(waiting);
    if (!running) {
      waiting.kept().complete(false); // stopped since: nobody writes any more
    }
    return waiting.kept().join();
  }

  private void writeUntilStopped() {
    var batch = new ArrayList<Waiting>();
    while (running) {
      try {
        var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.clear();
          batch.add(first);
          queue.drainTo(batch, most - 1);
          write(batch);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** One that cannot be kept must not hold up the others: after a failure they go one by one. */
  private void write(List<Waiting> batch) throws InterruptedException {
    try {
      var tooLate = keeping.keep(batch.stream().map(Waiting::ended).toList());
      batch.forEach(waiting -> waiting.kept().complete(!tooLate.contains(waiting.ended())));
      most = Math.min(MOST_AT_ONCE, most * 2);
    } catch (DataAccessException | TransactionException e) {
      log.warn("the ends of {} calls wait for the database", batch.size());
      tryAgain(batch);
      TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
    } catch (RuntimeException | Error e) { // a writer that died of it would stop all sending
      if (batch.size() > 1) {
        tryAgain(batch);
      } else {
        log.error("the end of a call cannot be kept", e);
        batch.getFirst().kept().complete(false);
      }
    }
  }

  private void tryAgain(List<Waiting> batch) {
    most = 1;
    if (hurried) {
      batch.forEach(waiting -> waiting.kept().complete(false));
    } else {
      queue.addAll(batch);
    }
  }
}
