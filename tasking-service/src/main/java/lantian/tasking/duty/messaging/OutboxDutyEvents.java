package lantian.tasking.duty.messaging;

import static java.util.Objects.requireNonNull;

import lantian.events.ChinaTime;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.DutyOverdue;
import lantian.events.DutyReported;
import lantian.events.DutyReturned;
import lantian.kit.outbox.Outbox;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyEvent;
import lantian.tasking.duty.DutyEvents;
import org.springframework.stereotype.Component;

/** Duty events by way of the outbox. */
@Component
class OutboxDutyEvents implements DutyEvents {
  private final Outbox outbox;

  OutboxDutyEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(DutyEvent event) {
    var duty = event.duty();
    var what = duty.assignment();
    var at = ChinaTime.at(event.at());
    outbox.append(
        switch (event) {
          case DutyEvent.Accepted e ->
              new DutyAccepted(
                  what.mode(),
                  duty.version(),
                  duty.id().value(),
                  what.warning(),
                  what.jurisdiction(),
                  what.unit(),
                  what.code(),
                  e.by(),
                  at);
          case DutyEvent.Reported e ->
              new DutyReported(
                  what.mode(),
                  duty.version(),
                  duty.id().value(),
                  what.warning(),
                  what.jurisdiction(),
                  what.unit(),
                  what.code(),
                  e.by(),
                  at,
                  e.text());
          case DutyEvent.Completed e ->
              new DutyCompleted(
                  what.mode(),
                  duty.version(),
                  duty.id().value(),
                  what.warning(),
                  what.jurisdiction(),
                  what.unit(),
                  what.code(),
                  e.by(),
                  at,
                  e.late(),
                  e.evidence());
          case DutyEvent.Returned e ->
              new DutyReturned(
                  what.mode(),
                  duty.version(),
                  duty.id().value(),
                  what.warning(),
                  what.jurisdiction(),
                  what.unit(),
                  what.code(),
                  e.by(),
                  at,
                  e.reason());
        });
  }

  @Override
  public void publishOverdue(Duty duty) {
    var what = duty.assignment();
    outbox.append(
        new DutyOverdue(
            what.mode(),
            duty.version(),
            duty.id().value(),
            what.warning(),
            what.jurisdiction(),
            what.unit(),
            what.code(),
            ChinaTime.at(what.dueAt()),
            ChinaTime.at(requireNonNull(duty.overdueAt()))));
  }
}
