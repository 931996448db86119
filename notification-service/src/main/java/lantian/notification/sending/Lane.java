package lantian.notification.sending;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lantian.events.Channel;
import lantian.notification.channel.MessageChannel;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.DueDeliveries.Held;
import lantian.notification.delivery.DueDeliveries.Wanted;

/**
 * The room that one channel has, apart from all others: calls at the same time (bulkhead), calls
 * that begin in a time (rate limit), and origins that are left alone (circuit breakers). Nothing
 * here waits: what has no room stays in its row. Asked by the sender's one thread.
 */
final class Lane {
  private static final int MOST_AT_ONCE = 200;

  private final MessageChannel channel;
  private final Bulkhead bulkhead;
  private final RateLimiter rate;
  private final Breakers breakers;
  private final int perOrigin;
  private String lastOrigin = "";

  Lane(
      MessageChannel channel,
      Bulkhead bulkhead,
      RateLimiter rate,
      Breakers breakers,
      int perOrigin) {
    this.channel = channel;
    this.bulkhead = bulkhead;
    this.rate = rate;
    this.breakers = breakers;
    this.perOrigin = perOrigin;
  }

  Channel name() {
    return channel.channel();
  }

  MessageChannel channel() {
    return channel;
  }

  Duration longestCall() {
    return channel.longestCall();
  }

  /** What there is room for now, if any. */
  Optional<Wanted> wanted() {
    var limit =
        Math.min(
            MOST_AT_ONCE,
            Math.min(
                bulkhead.getMetrics().getAvailableConcurrentCalls(),
                rate.getMetrics().getAvailablePermissions()));
    return limit <= 0
        ? Optional.empty()
        : Optional.of(new Wanted(name(), limit, perOrigin, breakers.room(), lastOrigin));
  }

  /** Goes on after the last origin that came to its turn, or from the first. */
  void took(List<Held> due, Wanted wanted) {
    lastOrigin =
        due.size() < wanted.limit()
            ? ""
            : due.stream().map(Held::origin).max(String::compareTo).orElse("");
    if (!due.isEmpty()) {
      rate.acquirePermission(due.size());
    }
  }

  /** Whether origins before the last one may have something waiting. */
  boolean startsOver() {
    var later = !lastOrigin.isEmpty();
    lastOrigin = "";
    return later;
  }

  /** Leave to call this origin now. */
  Optional<Pass> passTo(String origin) {
    if (!bulkhead.tryAcquirePermission()) {
      return Optional.empty();
    }
    var leave = breakers.leaveFor(origin);
    if (leave.isEmpty()) {
      bulkhead.releasePermission();
    }
    return leave.map(Pass::new);
  }

  /** Origins that are not called now. */
  List<String> leftAlone() {
    return breakers.room().entrySet().stream()
        .filter(origin -> origin.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  void tidy() {
    breakers.forgetWhatIsWell();
  }

  /** Leave to make one call, given back exactly once. */
  final class Pass {
    private final Breakers.Leave leave;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Pass(Breakers.Leave leave) {
      this.leave = leave;
    }

    void unused() {
      if (open.getAndSet(false)) {
        leave.unused();
        bulkhead.releasePermission();
      }
    }

    void used(Duration took, CallOutcome outcome) {
      if (open.getAndSet(false)) {
        leave.used(took, outcome);
        bulkhead.onComplete();
      }
    }
  }
}
