package lantian.local.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions, never for time alone. */
public final class Waiting {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private Waiting() {}

  /** Returns as soon as the condition holds, with the time that took; else fails with the words. */
  public static Duration until(
      Duration within, Supplier<String> otherwise, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - began > within.toNanos()) {
        throw new IllegalStateException(
            "Not within " + within.toMillis() + " ms: " + otherwise.get());
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("Interrupted");
      }
      LockSupport.parkNanos(PAUSE);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
