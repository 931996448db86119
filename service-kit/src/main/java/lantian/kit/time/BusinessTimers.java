package lantian.kit.time;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every {@link BusinessTimer} of the service, never two runs at a time. */
public final class BusinessTimers {
  private static final Logger log = LoggerFactory.getLogger(BusinessTimers.class);

  private final List<BusinessTimer> timers;
  private final Clock clock;

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
      } catch (RuntimeException | Error e) {
        log.warn("a business timer failed and is tried again: {}", timer, e);
      }
    }
  }
}
