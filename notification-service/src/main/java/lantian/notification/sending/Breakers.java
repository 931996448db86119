package lantian.notification.sending;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lantian.events.FailureReason;
import lantian.notification.NotificationSettings.Breaker;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.CallOutcome.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Circuit breakers, one for each origin in trouble: an origin gets one with its first failure, and
 * loses it when it is well again, so that there are as many as there are troubles, not receivers.
 */
final class Breakers {
  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  private final CircuitBreakerRegistry registry;
  private final Runnable onChange;

  Breakers(Breaker settings, MeterRegistry metrics, Runnable onChange) {
    this.onChange = onChange;
    this.registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize((int) Math.max(1, settings.window().toSeconds()))
                .minimumNumberOfCalls(settings.minimumCalls())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordResult(outcome -> outcome instanceof CallOutcome end && isFault(end))
                .build());
    registry
        .getEventPublisher()
        .onEntryAdded(
            added -> added.getAddedEntry().getEventPublisher().onStateTransition(this::tell));
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(metrics);
  }

  private void tell(CircuitBreakerOnStateTransitionEvent event) {
    log.info("{}: {}", event.getCircuitBreakerName(), event.getStateTransition());
    onChange.run();
  }

  /** Only what the far side as a whole is to blame for; a refusal is an answer. */
  static boolean isFault(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Sent _, CallOutcome.GiveUp _ -> false;
      case CallOutcome.TryAgain(_, _, var fault) -> fault == Fault.FAR_SIDE;
      case CallOutcome.Unknown _ -> true;
    };
  }

  /** How many calls each origin may have that may not have as many as others: none, or one. */
  Map<String, Integer> room() {
    var room = new HashMap<String, Integer>();
    for (var breaker : registry.getAllCircuitBreakers()) {
      switch (breaker.getState()) {
        case OPEN, FORCED_OPEN -> room.put(breaker.getName(), 0);
        case HALF_OPEN -> room.put(breaker.getName(), 1);
        case CLOSED, DISABLED, METRICS_ONLY -> {}
      }
    }
    return room;
  }

  /** Leave to call this origin, if it may be called. */
  Optional<Leave> leaveFor(String origin) {
    var breaker = registry.find(origin);
    if (breaker.isEmpty()) {
      return Optional.of(new Leave(origin, null, false));
    }
    return breaker.get().tryAcquirePermission()
        ? Optional.of(new Leave(origin, breaker.get(), breaker.get().getState() != State.CLOSED))
        : Optional.empty();
  }

  /** Forgets the origins that are well again. */
  void forgetWhatIsWell() {
    for (var breaker : registry.getAllCircuitBreakers()) {
      if (breaker.getState() == State.CLOSED
          && breaker.getMetrics().getNumberOfFailedCalls() == 0) {
        registry.remove(breaker.getName());
      }
    }
  }

  /** Leave to make one call; {@code probe}: the one that finds out whether the origin is back. */
  final class Leave {
    private final String origin;
    private final @Nullable CircuitBreaker breaker;
    private final boolean probe;

    private Leave(String origin, @Nullable CircuitBreaker breaker, boolean probe) {
      this.origin = origin;
      this.breaker = breaker;
      this.probe = probe;
    }

    /** No call was made. */
    void unused() {
      if (breaker != null) {
        breaker.releasePermission();
      }
    }

    /** The call ended so. */
    void used(Duration took, CallOutcome outcome) {
      if (outcome instanceof CallOutcome.GiveUp(var reason, _)
          && reason == FailureReason.TARGET_NOT_ALLOWED) {
        unused(); // refused here, before the far side was asked
        return;
      }
      var counts = breaker;
      if (counts == null && isFault(outcome)) {
        counts = registry.circuitBreaker(origin);
      }
      // What was begun before the origin was left alone does not say whether it is back.
      if (counts != null && (probe || counts.getState() == State.CLOSED)) {
        counts.onResult(took.toNanos(), TimeUnit.NANOSECONDS, outcome);
      }
    }
  }
}
