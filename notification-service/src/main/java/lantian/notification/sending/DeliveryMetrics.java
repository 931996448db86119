package lantian.notification.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.DeliveryState;
import org.springframework.stereotype.Component;

/** How many deliveries stand in each state. */
@Component
final class DeliveryMetrics implements MeterBinder {
  private final Deliveries deliveries;

  DeliveryMetrics(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    for (var state : DeliveryState.values()) {
      Gauge.builder("notification.state", () -> deliveries.count(state))
          .tag("state", state.name())
          .description("Deliveries by state")
          .register(metrics);
    }
  }
}
