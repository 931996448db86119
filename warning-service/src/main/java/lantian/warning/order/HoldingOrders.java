package lantian.warning.order;

import java.time.Instant;
import java.util.Optional;
import lantian.events.Mode;
import lantian.warning.proposal.OrderedLevel;
import lantian.warning.proposal.OrderedLevels;
import org.springframework.stereotype.Service;

/** While an order holds, nothing below its level is proposed. */
@Service
public class HoldingOrders implements OrderedLevels {
  private final Orders orders;
  private final OrderReasons reasons = new OrderReasons();

  public HoldingOrders(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Optional<OrderedLevel> of(String jurisdiction, Mode mode, Instant now) {
    return orders.strictest(jurisdiction, mode, now).map(reasons::ordered);
  }
}
