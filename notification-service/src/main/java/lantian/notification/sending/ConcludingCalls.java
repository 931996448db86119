package lantian.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantian.notification.NotificationSettings;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryEvents;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.DueDeliveries;
import lantian.notification.delivery.DueDeliveries.Due;
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

  /** Tells whether it was still this caller's to say. */
  @Transactional
  public boolean conclude(DeliveryId id, UUID token, CallOutcome outcome) {
    var open = due.open(id, token);
    if (open.isEmpty()) {
      return false;
    }
    var delivery = open.get().delivery();
    var step =
        delivery.concluded(
            outcome,
            open.get().outOfTime(),
            open.get().overtaken(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    due.endAttempt(id, delivery.progress().attempts(), outcome);
    due.conclude(step.delivery(), next(step.delivery(), outcome));
    step.events().forEach(events::publish);
    if (outcome instanceof CallOutcome.Unknown) {
      unknown.increment();
    }
    return true;
  }

  private Due next(Delivery delivery, CallOutcome outcome) {
    if (delivery.progress().state() == DeliveryState.UNKNOWN) {
      return new Due(settings.receiptWindow(), Duration.ZERO);
    }
    var atLeast = outcome instanceof CallOutcome.TryAgain(_, var after, _) ? after : Duration.ZERO;
    return new Due(atLeast, backOff.ceilingAfter(delivery.progress().attempts()));
  }
}
