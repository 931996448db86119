package lantian.kit.idempotency;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Forgets old answers from time to time, by the database's clock. */
public final class ForgettingAnswers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ForgettingAnswers.class);

  private final KeptAnswers answers;
  private final Duration every;
  private volatile @Nullable SimpleAsyncTaskScheduler scheduler;
  private volatile @Nullable Future<?> runs;

  ForgettingAnswers(KeptAnswers answers, Duration every) {
    this.answers = answers;
    this.every = every;
  }

  void run() {
    try {
      var forgotten = answers.forgetOld();
      if (forgotten > 0) {
        log.info("forgot {} answers kept for Idempotency-Key", forgotten);
      }
    } catch (RuntimeException e) {
      log.warn("old answers could not be forgotten; tried again later", e);
    }
  }

  @Override
  public void start() {
    var started = new SimpleAsyncTaskScheduler();
    started.setThreadNamePrefix("forgetting-answers-");
    started.setTargetTaskExecutor(Runnable::run);
    runs = started.scheduleWithFixedDelay(this::run, every);
    scheduler = started;
  }

  @Override
  public void stop() {
    var scheduled = runs;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    var started = scheduler;
    if (started != null) {
      started.close();
    }
    scheduler = null;
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
