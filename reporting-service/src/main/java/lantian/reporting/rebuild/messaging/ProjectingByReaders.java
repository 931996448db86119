package lantian.reporting.rebuild.messaging;

import lantian.kit.intake.EventIntake;
import lantian.reporting.rebuild.KeptEvent;
import lantian.reporting.rebuild.Projecting;
import org.springframework.stereotype.Component;

/** There is one way in which an event is projected: by the reader that takes it in. */
@Component
class ProjectingByReaders implements Projecting {
  private final EventIntake intake;

  ProjectingByReaders(EventIntake intake) {
    this.intake = intake;
  }

  @Override
  public void again(KeptEvent event) {
    try {
      intake.again(event.id(), event.time(), event.type(), event.payload());
    } catch (RuntimeException e) {
      throw new IllegalStateException("event " + event.id() + ": " + e.getMessage(), e);
    }
  }
}
