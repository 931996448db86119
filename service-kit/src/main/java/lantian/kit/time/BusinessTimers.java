package lantian.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Runs every {@link BusinessTimer} of the service, never two runs at a time. */
public final class BusinessTimers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(BusinessTimers.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final List<BusinessTimer> timers;
  private final Clock clock;
  private volatile @Nullable SimpleAsyncTaskScheduler scheduler;
  private volatile @Nullable Future<?> runs;
  private volatile boolean running;

  public BusinessTimers(List<BusinessTimer> timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  /** Runs all timers now and returns when they are done; a failing one does not stop the others. */
  public synchronized void runAll() {
    var now = clock.instant();
    for (var timer : timers) {
      try {
        timer.run(now);
      } catch (RuntimeException e) {
        log.warn("a business timer failed and is tried again: {}", timer, e);
      }
    }
  }

  @Override
  public void start() {
    if (!timers.isEmpty()) {
      // A new one each time: a context that was paused is started again.
      var fresh = new SimpleAsyncTaskScheduler();
      fresh.setThreadNamePrefix("business-timer-");
      fresh.setTargetTaskExecutor(Runnable::run);
      runs = fresh.scheduleWithFixedDelay(this::runAll, PERIOD);
      scheduler = fresh;
    }
    running = true;
  }

  @Override
  public void stop() {
    var scheduled = runs;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    var used = scheduler;
    if (used != null) {
      used.close();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
