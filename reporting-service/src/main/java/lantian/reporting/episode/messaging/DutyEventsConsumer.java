package lantian.reporting.episode.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import lantian.events.AssignedDuty;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesEvent;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.DutyOverdue;
import lantian.events.DutyReported;
import lantian.events.DutyReturned;
import lantian.events.Occasion;
import lantian.events.WithdrawnDuty;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.Received;
import lantian.reporting.episode.AskedUnit;
import lantian.reporting.episode.AskedUnits;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DutyRecords;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.DutyStep.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads {@code lantian.duties.v1}: what each unit was asked and what it did. */
@Configuration(proxyBeanMethods = false)
class DutyEventsConsumer {
  private final DutyRecords duties;
  private final AskedUnits units;

  DutyEventsConsumer(DutyRecords duties, AskedUnits units) {
    this.duties = duties;
    this.units = units;
  }

  @Bean
  Consumer<Message<byte[]>> duties(EventIntake intake) {
    return intake.reading(DutiesEvent.class, this::on);
  }

  private void on(Received<DutiesEvent> received) {
    UUID id = received.id();
    switch (received.event()) {
      case DutiesAssigned e -> {
        duties.assigned(
            e.warningId(),
            e.unit(),
            e.duties().stream().map(duty -> work(e, duty)).toList(),
            e.duties().stream().map(duty -> assignment(id, e, duty)).toList());
        if (e.occasion() == Occasion.LEVEL_CHANGE) {
          units.keep(asked(id, e));
        }
      }
      case DutiesWithdrawn e -> {
        units.keep(asked(id, e));
        for (WithdrawnDuty duty : e.duties()) {
          duties.keep(e.warningId(), e.unit(), duty.code(), withdrawal(id, e, duty));
        }
      }
      case DutyAccepted e ->
          duties.keep(
              e.warningId(),
              e.unit(),
              e.code(),
              step(id, e.dutyId(), Kind.ACCEPTED, e.version(), e.acceptedAt(), e.by(), null));
      case DutyReported e ->
          duties.keep(
              e.warningId(),
              e.unit(),
              e.code(),
              step(id, e.dutyId(), Kind.REPORTED, e.version(), e.reportedAt(), e.by(), e.text()));
      case DutyCompleted e ->
          duties.keep(
              e.warningId(),
              e.unit(),
              e.code(),
              new DutyStep(
                  id,
                  e.dutyId(),
                  Kind.COMPLETED,
                  e.version(),
                  e.completedAt().toInstant(),
                  null,
                  null,
                  e.by(),
                  e.evidence(),
                  e.late()));
      case DutyReturned e ->
          duties.keep(
              e.warningId(),
              e.unit(),
              e.code(),
              step(id, e.dutyId(), Kind.RETURNED, e.version(), e.returnedAt(), e.by(), e.reason()));
      case DutyOverdue e ->
          duties.keep(
              e.warningId(),
              e.unit(),
              e.code(),
              step(id, e.dutyId(), Kind.OVERDUE, e.version(), e.overdueAt(), null, null));
    }
  }

  private static AskedUnit asked(UUID id, DutiesAssigned event) {
    return new AskedUnit(
        id,
        event.warningId(),
        event.unit(),
        event.unitName(),
        event.unitNameEn(),
        event.version(),
        event.assignedAt().toInstant(),
        event.duties().size());
  }

  private static AskedUnit asked(UUID id, DutiesWithdrawn event) {
    return new AskedUnit(
        id,
        event.warningId(),
        event.unit(),
        event.unitName(),
        event.unitNameEn(),
        event.version(),
        event.withdrawnAt().toInstant(),
        event.remaining());
  }

  private static DutyStep step(
      UUID id,
      UUID duty,
      Kind kind,
      long version,
      OffsetDateTime at,
      @Nullable String by,
      @Nullable String text) {
    return new DutyStep(id, duty, kind, version, at.toInstant(), null, null, by, text, false);
  }

  private static DutyStep assignment(UUID id, DutiesAssigned event, AssignedDuty duty) {
    return new DutyStep(
        id,
        duty.dutyId(),
        Kind.ASSIGNED,
        duty.dutyVersion(),
        event.assignedAt().toInstant(),
        event.version(),
        event.to(),
        null,
        null,
        false);
  }

  private static DutyStep withdrawal(UUID id, DutiesWithdrawn event, WithdrawnDuty duty) {
    return new DutyStep(
        id,
        duty.dutyId(),
        Kind.WITHDRAWN,
        duty.dutyVersion(),
        event.withdrawnAt().toInstant(),
        event.version(),
        event.to(),
        null,
        null,
        false);
  }

  private static AssignedWork work(DutiesAssigned event, AssignedDuty duty) {
    OffsetDateTime dueAt = duty.dueAt();
    Instant due = dueAt == null ? null : dueAt.toInstant();
    return new AssignedWork(
        duty.dutyId(),
        event.version(),
        duty.dutyVersion(),
        event.unitName(),
        event.unitNameEn(),
        duty.code(),
        duty.statement(),
        duty.measure(),
        duty.kind(),
        duty.phase(),
        duty.accepted(),
        duty.replaces(),
        duty.onDate(),
        due,
        duty.clause(),
        duty.inferred());
  }
}
