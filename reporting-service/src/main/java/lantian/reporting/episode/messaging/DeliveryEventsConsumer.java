package lantian.reporting.episode.messaging;

import java.util.UUID;
import java.util.function.Consumer;
import lantian.events.DeliveriesEvent;
import lantian.events.DeliveryAcknowledged;
import lantian.events.DeliveryEscalated;
import lantian.events.DeliveryFailed;
import lantian.events.DeliverySent;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.Received;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DeliveryRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Reads {@code lantian.deliveries.v1}: who was told, who answered, who was not reached, and who was
 * told instead.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryEventsConsumer {
  private final DeliveryRecords deliveries;

  DeliveryEventsConsumer(DeliveryRecords deliveries) {
    this.deliveries = deliveries;
  }

  @Bean
  Consumer<Message<byte[]>> deliveries(EventIntake intake) {
    return intake.reading(DeliveriesEvent.class, this::on);
  }

  private void on(Received<DeliveriesEvent> received) {
    deliveries.keep(record(received.id(), received.event()));
  }

  private static DeliveryRecord record(UUID id, DeliveriesEvent event) {
    return switch (event) {
      case DeliverySent e ->
          new DeliveryRecord(
              e.deliveryId(),
              e.warningId(),
              e.revision(),
              e.unit(),
              e.purpose(),
              new DeliveryRecord.Sent(
                  id, e.version(), e.sentAt().toInstant(), e.attempts(), e.repeat()),
              null,
              null,
              null);
      case DeliveryAcknowledged e ->
          new DeliveryRecord(
              e.deliveryId(),
              e.warningId(),
              e.revision(),
              e.unit(),
              null,
              null,
              new DeliveryRecord.Acknowledged(
                  id, e.version(), e.acknowledgedAt().toInstant(), e.by(), e.way()),
              null,
              null);
      case DeliveryFailed e ->
          new DeliveryRecord(
              e.deliveryId(),
              e.warningId(),
              e.revision(),
              e.unit(),
              e.purpose(),
              null,
              null,
              new DeliveryRecord.Failed(
                  id, e.version(), e.failedAt().toInstant(), e.reason(), e.attempts(), e.detail()),
              null);
      case DeliveryEscalated e ->
          new DeliveryRecord(
              e.deliveryId(),
              e.warningId(),
              e.revision(),
              e.unit(),
              e.purpose(),
              null,
              null,
              null,
              new DeliveryRecord.Escalated(
                  id,
                  e.version(),
                  e.escalatedAt().toInstant(),
                  e.escalationOf(),
                  e.step(),
                  e.reason()));
    };
  }
}
