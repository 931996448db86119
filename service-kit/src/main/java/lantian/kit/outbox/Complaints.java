package lantian.kit.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says that events wait once when it begins, once a minute while it lasts, and when it is over. */
final class Complaints {
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

  private final Logger log;
  private @Nullable Long since;
  private long lastSaid;

  Complaints(Logger log) {
    this.log = log;
  }

  void failed(String reason) {
    long now = System.nanoTime();
    if (since == null) {
      since = now;
    } else if (now - lastSaid < AGAIN_AFTER.toNanos()) {
      return;
    }
    lastSaid = now;
    log.warn("events wait in the outbox, for {} so far: {}", lasted(since, now), reason);
  }

  void succeeded() {
    if (since != null) {
      log.info("events go out again, after {}", lasted(since, System.nanoTime()));
      since = null;
    }
  }

  private static Duration lasted(long since, long now) {
    return Duration.ofSeconds(Duration.ofNanos(now - since).toSeconds());
  }
}
