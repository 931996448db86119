package lantian.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lantian.notification.NotificationSettings;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryEvents;
import lantian.notification.delivery.DeliveryEvents.Told;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.DueDeliveries;
import lantian.notification.delivery.DueDeliveries.Conclusion;
import lantian.notification.delivery.DueDeliveries.Due;
import lantian.notification.delivery.DueDeliveries.Ended;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what became of calls, if the token still holds: what a process says that was thought dead
 * changes nothing.
 */
@Service
class ConcludingCalls {
  private final DueDeliveries due;
  private final DeliveryEvents events;
  private final NotificationSettings settings;
  private final Clock clock;
  private final BackOff backOff;
  private final Counter unknown;

  ConcludingCalls(
      DueDeliveries due,
      DeliveryEvents events,
      NotificationSettings settings,
      Clock clock,
      MeterRegistry metrics) {
    this.due = due;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
    this.backOff = new BackOff(settings.retrying());
    this.unknown =
        Counter.builder("notification.unknown")
            .description("Calls after which nobody knew whether the message was taken")
            .register(metrics);
  }

  /** A call with its outcome, and the trace that it belongs to. */
  record EndedCall(Ended ended, CallOutcome outcome, @Nullable String traceparent) {}

  /** Many at once: all of them are kept, or none is. Those that were too late are given back. */
  @Transactional
  public List<EndedCall> conclude(List<EndedCall> ended) {
    var open = due.open(ended.stream().map(EndedCall::ended).toList());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var tooLate = new ArrayList<EndedCall>();
    var conclusions = new ArrayList<Conclusion>();
    var told = new ArrayList<Told>();
    for (var end : ended) {
      var standing = open.get(end.ended().delivery().id());
      if (standing == null) {
        tooLate.add(end);
        continue;
      }
      var step =
          standing
              .delivery()
              .concluded(end.outcome(), standing.outOfTime(), standing.overtaken(), now);
      var attempt = standing.delivery().progress().attempts();
      conclusions.add(
          new Conclusion(
              step.delivery(), attempt, end.outcome(), next(step.delivery(), end.outcome())));
      step.events().forEach(event -> told.add(new Told(event, end.traceparent())));
    }
    due.conclude(conclusions);
    events.publish(told, now);
    unknown.increment(
        conclusions.stream().filter(c -> c.outcome() instanceof CallOutcome.Unknown).count());
    return tooLate;
  }

  private Due next(Delivery delivery, CallOutcome outcome) {
    if (delivery.progress().state() == DeliveryState.UNKNOWN) {
      return new Due(settings.receiptWindow(), Duration.ZERO);
    }
    var atLeast = outcome instanceof CallOutcome.TryAgain(_, var after, _) ? after : Duration.ZERO;
    return new Due(atLeast, backOff.ceilingAfter(delivery.progress().attempts()));
  }
}
