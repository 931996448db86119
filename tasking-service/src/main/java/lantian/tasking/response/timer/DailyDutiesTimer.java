package lantian.tasking.response.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantian.kit.time.BusinessTimer;
import lantian.tasking.TaskingSettings;
import lantian.tasking.response.AddingDailyDuties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds the daily duties of a day as soon as it has begun in Beijing, a chunk a transaction, until
 * none is left. A response that fails is passed over until the next run and holds up no other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DailyDutiesTimer implements BusinessTimer {
  private static final Logger log = LoggerFactory.getLogger(DailyDutiesTimer.class);

  private final AddingDailyDuties adding;
  private final Duration silentAtMost;

  DailyDutiesTimer(AddingDailyDuties adding, TaskingSettings settings) {
    this.adding = adding;
    this.silentAtMost = settings.fanOut().lease();
  }

  @Override
  public void run(Instant now) {
    for (var warning : adding.lacking(now)) {
      addAll(warning, now);
    }
  }

  private void addAll(UUID warning, Instant now) {
    try {
      while (adding.addChunk(warning, now, silentAtMost)) {
        // until no unit lacks them
      }
    } catch (RuntimeException e) {
      log.warn("daily duties of warning {} wait and are tried again", warning, e);
    }
  }
}
