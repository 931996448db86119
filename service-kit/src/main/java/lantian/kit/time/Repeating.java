package lantian.kit.time;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Does some work again and again on a thread of its own, with a pause after each time, by the
 * machine's clock. What the work throws is logged and ends nothing, an {@link Error} neither: what
 * watches must not stop silently.
 */
public final class Repeating implements SmartLifecycle {
  private final String name;
  private final Duration pause;
  private final Runnable work;
  private volatile @Nullable SimpleAsyncTaskScheduler scheduler;
  private volatile @Nullable Future<?> runs;

  /** {@code name}: of the thread. */
  public Repeating(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  /** A new scheduler each time: a context that was paused is started again. */
  @Override
  public void start() {
    var fresh = new SimpleAsyncTaskScheduler();
    fresh.setThreadNamePrefix(name + "-");
    fresh.setDaemon(true);
    fresh.setTargetTaskExecutor(Runnable::run);
    runs = fresh.scheduleWithFixedDelay(work, pause);
    scheduler = fresh;
  }

  @Override
  public void stop() {
    var scheduled = runs;
    var used = scheduler;
    runs = null;
    if (scheduled != null && used != null) {
      scheduled.cancel(false);
      used.close();
    }
  }

  @Override
  public boolean isRunning() {
    return runs != null;
  }
}
