package lantian.notification.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where delivery events go, in the transaction of the change. */
public interface DeliveryEvents {
  void publish(DeliveryEvent event);

  /** Many at once, in this order; {@code at} is business time. */
  void publish(List<Told> events, Instant at);

  /** An event, and the trace that it belongs to. */
  record Told(DeliveryEvent event, @Nullable String traceparent) {}
}
