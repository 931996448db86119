package lantian.kit.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Looks at the readers' progress from time to time, so that asking for health waits for nobody. */
final class Looking implements SmartLifecycle {
  private final ConsumerProgress progress;
  private final Duration every;
  private volatile CountDownLatch end = new CountDownLatch(0);

  Looking(ConsumerProgress progress, Duration every) {
    this.progress = progress;
    this.every = every;
  }

  @Override
  public void start() {
    var stopped = new CountDownLatch(1);
    end = stopped;
    Thread.ofPlatform().name("consumer-progress").daemon().start(() -> lookUntil(stopped));
  }

  @Override
  public void stop() {
    end.countDown();
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }

  private void lookUntil(CountDownLatch stopped) {
    try {
      while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
