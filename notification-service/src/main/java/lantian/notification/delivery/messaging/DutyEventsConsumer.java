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
import lantian.kit.intake.PoisonRecord;
import lantian.kit.intake.Received;
import lantian.notification.delivery.CreatingDeliveries;
import lantian.notification.delivery.Deliveries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads {@code lantian.duties.v1}. What happens to a single duty is nobody's news here. */
@Configuration(proxyBeanMethods = false)
class DutyEventsConsumer {

  @Bean
  Consumer<Message<byte[]>> duties(
      EventIntake intake, CreatingDeliveries creating, Deliveries deliveries) {
    return intake.reading(
        DutiesEvent.class,
        received -> {
          mustBeAsBefore(received.event(), deliveries);
          on(received, creating);
        });
  }

  /** A warning that people were told of live is no drill later, nor the other way round. */
  private static void mustBeAsBefore(DutiesEvent event, Deliveries deliveries) {
    var warning =
        switch (event) {
          case DutiesAssigned assigned -> assigned.warningId();
          case DutiesWithdrawn withdrawn -> withdrawn.warningId();
          case DutyAccepted _, DutyReported _, DutyCompleted _, DutyReturned _, DutyOverdue _ ->
              null;
        };
    if (warning != null
        && deliveries.modeOf(warning).filter(mode -> mode != event.mode()).isPresent()) {
      throw new PoisonRecord(
          PoisonRecord.Reason.UNCLEAR_MODE,
          "people were told of warning " + warning + " in the other mode");
    }
  }

  private static void on(Received<DutiesEvent> received, CreatingDeliveries creating) {
    switch (received.event()) {
      case DutiesAssigned assigned -> creating.onAssigned(assigned, received.time());
      case DutiesWithdrawn withdrawn -> creating.onWithdrawn(withdrawn, received.time());
      case DutyAccepted _, DutyReported _, DutyCompleted _, DutyReturned _, DutyOverdue _ -> {}
    }
  }
}
