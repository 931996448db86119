package lantian.warning.order.timer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lantian.kit.time.BusinessTimer;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.order.Orders;
import lantian.warning.proposal.ProposingOrdered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * An order that came while another proposal was with those who decide is proposed when that one is
 * decided, be there a forecast or not.
 */
@Component
class OrderTimer implements BusinessTimer {
  private static final Logger log = LoggerFactory.getLogger(OrderTimer.class);

  private final Orders orders;
  private final Jurisdictions jurisdictions;
  private final ProposingOrdered proposing;

  OrderTimer(Orders orders, Jurisdictions jurisdictions, ProposingOrdered proposing) {
    this.orders = orders;
    this.jurisdictions = jurisdictions;
    this.proposing = proposing;
  }

  @Override
  public void run(Instant now) {
    for (Orders.Held held : orders.held(now)) {
      try {
        proposing.asOrdered(
            jurisdictions.find(held.jurisdiction()).orElseThrow(),
            held.mode(),
            now.truncatedTo(ChronoUnit.MILLIS));
      } catch (RuntimeException e) {
        log.warn("what is ordered for {} is proposed later", held.jurisdiction(), e);
      }
    }
  }
}
