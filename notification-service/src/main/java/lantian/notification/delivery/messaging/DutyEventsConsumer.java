package lantian.notification.delivery.messaging;

import java.util.function.Consumer;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesEvent;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.DutyOverdue;
import lantian.events.DutyReported;
import lantian.events.DutyReturned;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.Received;
import lantian.notification.delivery.CreatingDeliveries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads {@code lantian.duties.v1}. What happens to a single duty is nobody's news here. */
@Configuration(proxyBeanMethods = false)
class DutyEventsConsumer {

  @Bean
  Consumer<Message<byte[]>> duties(EventIntake intake, CreatingDeliveries creating) {
    return intake.reading(DutiesEvent.class, received -> on(received, creating));
  }

  private static void on(Received<DutiesEvent> received, CreatingDeliveries creating) {
    switch (received.event()) {
      case DutiesAssigned assigned -> creating.onAssigned(assigned, received.time());
      case DutiesWithdrawn withdrawn -> creating.onWithdrawn(withdrawn, received.time());
      case DutyAccepted _, DutyReported _, DutyCompleted _, DutyReturned _, DutyOverdue _ -> {}
    }
  }
}
