package lantian.warning.order;

import java.util.Optional;

/** The higher platforms whose orders are taken. */
public interface OrderSenders {
  Optional<OrderSender> find(String id);
}
