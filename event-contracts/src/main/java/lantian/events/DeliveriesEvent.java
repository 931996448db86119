package lantian.events;

import java.util.UUID;

/** What notification-service tells on {@link Topics#DELIVERIES}; the key is the delivery id. */
public sealed interface DeliveriesEvent extends Event
    permits DeliverySent, DeliveryAcknowledged, DeliveryFailed, DeliveryEscalated {
  UUID deliveryId();

  @Override
  default String key() {
    return deliveryId().toString();
  }
}
