package lantian.notification.delivery.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.DeliveryAcknowledged;
import lantian.events.DeliveryEscalated;
import lantian.events.DeliveryFailed;
import lantian.events.DeliverySent;
import lantian.events.EscalationStep;
import lantian.events.Event;
import lantian.kit.outbox.Outbox;
import lantian.kit.outbox.Outbox.Traced;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryEvent;
import lantian.notification.delivery.DeliveryEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivery events by contract, into the outbox. */
@Component
final class OutboxDeliveryEvents implements DeliveryEvents {
  private final Outbox outbox;
  private final Latencies latencies;

  OutboxDeliveryEvents(Outbox outbox, Latencies latencies) {
    this.outbox = outbox;
    this.latencies = latencies;
  }

  @Override
  public void publish(DeliveryEvent event) {
    latencies.note(event);
    outbox.append(contract(event));
  }

  @Override
  public void publish(List<Told> events, Instant at) {
    events.forEach(told -> latencies.note(told.event()));
    outbox.appendTraced(
        events.stream()
            .map(told -> new Traced(contract(told.event()), told.traceparent()))
            .toList(),
        at);
  }

  private static Event contract(DeliveryEvent event) {
    return switch (event) {
      case DeliveryEvent.Sent(var delivery) -> sent(delivery);
      case DeliveryEvent.Acknowledged(var delivery) -> acknowledged(delivery);
      case DeliveryEvent.Failed(var delivery) -> failed(delivery);
      case DeliveryEvent.Escalated escalated -> escalated(escalated);
    };
  }

  private static Event sent(Delivery delivery) {
    var addressee = requireNonNull(delivery.addressee());
    return new DeliverySent(
        delivery.mode(),
        delivery.version(),
        delivery.id().value(),
        delivery.warningId(),
        delivery.revision(),
        delivery.jurisdiction(),
        delivery.unit(),
        addressee.contact().value(),
        addressee.channel(),
        delivery.purpose(),
        delivery.progress().attempts(),
        delivery.progress().repeat(),
        ChinaTime.at(delivery.createdAt()),
        at(delivery.progress().sentAt()));
  }

  private static Event acknowledged(Delivery delivery) {
    return new DeliveryAcknowledged(
        delivery.mode(),
        delivery.version(),
        delivery.id().value(),
        delivery.warningId(),
        delivery.revision(),
        delivery.jurisdiction(),
        delivery.unit(),
        requireNonNull(delivery.addressee()).contact().value(),
        requireNonNull(delivery.progress().acknowledgedBy()),
        at(delivery.progress().acknowledgedAt()),
        delivery.progress().acknowledgedWay());
  }

  private static Event failed(Delivery delivery) {
    var addressee = delivery.addressee();
    return new DeliveryFailed(
        delivery.mode(),
        delivery.version(),
        delivery.id().value(),
        delivery.warningId(),
        delivery.revision(),
        delivery.jurisdiction(),
        delivery.unit(),
        addressee == null ? null : addressee.contact().value(),
        addressee == null ? null : addressee.channel(),
        delivery.purpose(),
        requireNonNull(delivery.progress().reason()),
        delivery.progress().attempts(),
        delivery.progress().detail(),
        ChinaTime.at(delivery.createdAt()),
        at(delivery.progress().failedAt()));
  }

  private static Event escalated(DeliveryEvent.Escalated event) {
    var delivery = event.delivery();
    var addressee = delivery.addressee();
    return new DeliveryEscalated(
        delivery.mode(),
        delivery.version(),
        delivery.id().value(),
        delivery.warningId(),
        delivery.revision(),
        delivery.jurisdiction(),
        delivery.unit(),
        event.of().value(),
        event.step(),
        event.reason(),
        addressee == null || event.step() == EscalationStep.NOBODY_LEFT
            ? null
            : addressee.contact().value(),
        delivery.purpose(),
        event.policy(),
        ChinaTime.at(event.since()),
        ChinaTime.at(event.at()));
  }

  private static OffsetDateTime at(@Nullable Instant instant) {
    return ChinaTime.at(requireNonNull(instant));
  }
}
