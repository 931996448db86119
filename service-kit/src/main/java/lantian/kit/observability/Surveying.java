package lantian.kit.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Makes all surveys of a service in turn, on one thread, so that asking for the metrics asks
 * nothing of the database and waits for nobody, however many ask and however often.
 */
public final class Surveying implements SmartLifecycle {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final List<ShownSurvey> surveys;
  private final Duration pause;
  private volatile CountDownLatch end = new CountDownLatch(0);

  Surveying(List<Survey> surveys, SurveySettings settings, MeterRegistry metrics) {
    this.surveys =
        surveys.stream()
            .map(survey -> new ShownSurvey(survey, settings, metrics, System::nanoTime))
            .toList();
    this.pause = settings.every().compareTo(LONGEST_PAUSE) < 0 ? settings.every() : LONGEST_PAUSE;
  }

  /** Makes every survey at once, due or not, and returns when all figures are shown. */
  public synchronized void lookNow() {
    surveys.forEach(ShownSurvey::look);
  }

  private synchronized void lookAtWhatIsDue() {
    surveys.stream().filter(ShownSurvey::isDue).forEach(ShownSurvey::look);
  }

  @Override
  public void start() {
    var stopped = new CountDownLatch(1);
    end = stopped;
    Thread.ofPlatform().name("surveying").daemon().start(() -> lookUntil(stopped));
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
      do {
        lookAtWhatIsDue();
      } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
