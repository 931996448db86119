package lantian.warning.order.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lantian.events.Text;
import lantian.warning.datafile.DataFile;
import lantian.warning.order.OrderSender;
import lantian.warning.order.OrderSenders;
import lantian.warning.publication.signature.OpenKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The allow list {@code lantian.warning.order-senders}, read when the service starts; without one
 * no order is taken. A file that does not hold together keeps the service down.
 */
@Component
final class OrderSenderFile implements OrderSenders {
  private final List<OrderSender> senders;

  OrderSenderFile(@Value("${lantian.warning.order-senders:}") String file) {
    senders =
        file.isBlank()
            ? List.of()
            : DataFile.read(Path.of(file), Listing.class).senders().stream()
                .map(Entry::sender)
                .toList();
  }

  @Override
  public Optional<OrderSender> find(String id) {
    return senders.stream().filter(sender -> sender.id().equals(id)).findFirst();
  }

  record Listing(List<Entry> senders) {}

  /** {@code keys}: PEM, public keys or certificates. */
  record Entry(String id, Text name, List<String> areas, List<String> keys) {
    OrderSender sender() {
      if (areas.isEmpty() || keys.isEmpty()) {
        throw new IllegalStateException("sender " + id + " of orders has no area or no key");
      }
      return new OrderSender(id, name, areas, keys.stream().map(OpenKey::parse).toList());
    }
  }
}
