package lantian.notification.sending;

import lantian.kit.settling.Settling;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.DeliveryState;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Deliveries not yet called, or being called; one that waits for a later attempt does not count.
 */
@Component
@Profile("local")
record FirstCallsLeft(Deliveries deliveries) implements Settling {
  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public long remaining() {
    return deliveries.count(DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.CALLING);
  }
}
