package lantian.warning.order;

import java.security.PublicKey;
import java.util.List;
import lantian.events.Text;

/**
 * A higher platform that may give orders.
 *
 * @param id the sender of its messages
 * @param areas leading digits of the codes to which it may give orders
 * @param keys with which its messages are checked; several while it changes its key
 */
public record OrderSender(String id, Text name, List<String> areas, List<PublicKey> keys) {
  public OrderSender {
    areas = List.copyOf(areas);
    keys = List.copyOf(keys);
  }

  public boolean mayOrder(String code) {
    return areas.stream().anyMatch(code::startsWith);
  }
}
