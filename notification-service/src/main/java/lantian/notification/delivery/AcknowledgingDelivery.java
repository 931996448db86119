package lantian.notification.delivery;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lantian.events.AnswerWay;
import lantian.notification.delivery.AcknowledgementRefusal.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an answer; from then on nothing more is sent for this delivery, and nobody further is told
 * of its message.
 */
@Service
public class AcknowledgingDelivery {
  private final Deliveries deliveries;
  private final DeliveryEvents events;
  private final AwaitedAnswers awaited;
  private final Clock clock;

  AcknowledgingDelivery(
      Deliveries deliveries, DeliveryEvents events, AwaitedAnswers awaited, Clock clock) {
    this.deliveries = deliveries;
    this.events = events;
    this.awaited = awaited;
    this.clock = clock;
  }

  /** Acknowledges once; a second time changes nothing. */
  @Transactional
  public Delivery acknowledge(DeliveryId id, String by, AnswerWay way) {
    var delivery =
        deliveries.findForChange(id).orElseThrow(() -> new AcknowledgementRefusal(Reason.UNKNOWN));
    var state = delivery.progress().state();
    if (state == DeliveryState.ACKED) {
      return delivery;
    }
    if (delivery.addressee() == null) {
      throw new AcknowledgementRefusal(Reason.NOBODY_ADDRESSED);
    }
    if (!state.mayBecome(DeliveryState.ACKED)) {
      throw new AcknowledgementRefusal(Reason.SUPERSEDED);
    }
    var step = delivery.acknowledged(by, way, clock.instant().truncatedTo(ChronoUnit.MICROS));
    deliveries.acknowledge(step.delivery());
    step.events().forEach(events::publish);
    awaited.answered(step.delivery());
    deliveries.supersedeEscalations(step.delivery());
    return step.delivery();
  }
}
