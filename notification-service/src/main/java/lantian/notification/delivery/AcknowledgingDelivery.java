package lantian.notification.delivery;

import java.time.Clock;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answer of a liaison; from then on nothing more is sent for this delivery. */
@Service
public class AcknowledgingDelivery {
  private final Deliveries deliveries;
  private final DeliveryEvents events;
  private final Clock clock;

  AcknowledgingDelivery(Deliveries deliveries, DeliveryEvents events, Clock clock) {
    this.deliveries = deliveries;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Acknowledges once; a second time changes nothing. {@code received}: the receiver answers, not
   * somebody for it.
   */
  @Transactional
  public Delivery acknowledge(DeliveryId id, String by, boolean received) {
    var delivery =
        deliveries
            .findForChange(id)
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "notification.no-delivery", id));
    var state = delivery.progress().state();
    if (state == DeliveryState.ACKED) {
      return delivery;
    }
    if (delivery.addressee() == null) {
      throw Problem.of(ProblemType.WRONG_STATE, "notification.nobody-addressed");
    }
    if (!state.mayBecome(DeliveryState.ACKED)) {
      throw Problem.of(ProblemType.WRONG_STATE, "notification.superseded");
    }
    var step = delivery.acknowledged(by, received, clock.instant());
    deliveries.acknowledge(step.delivery());
    step.events().forEach(events::publish);
    return step.delivery();
  }
}
