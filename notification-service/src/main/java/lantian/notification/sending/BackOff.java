package lantian.notification.sending;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import lantian.notification.NotificationSettings.Retrying;

/**
 * How long to wait before the next attempt at the most: twice as long each time, up to a limit. The
 * wait itself is drawn from nothing to that (full jitter), so that receivers which come back are
 * not called by all at once.
 */
final class BackOff {
  private final IntervalFunction ceilings;

  BackOff(Retrying retrying) {
    this.ceilings = IntervalFunction.ofExponentialBackoff(retrying.first(), 2, retrying.longest());
  }

  Duration ceilingAfter(int attempts) {
    return Duration.ofMillis(ceilings.apply(Math.max(1, attempts)));
  }
}
