package lantian.tasking.response.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lantian.events.AssignedDuty;
import lantian.events.ChinaTime;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesEvent;
import lantian.events.DutiesWithdrawn;
import lantian.events.Occasion;
import lantian.events.WithdrawnDuty;
import lantian.kit.outbox.Outbox;
import lantian.tasking.duty.Duty;
import lantian.tasking.response.ResponseEvents;
import lantian.tasking.response.RunningResponse;
import lantian.tasking.response.UnitDuties;
import org.springframework.stereotype.Component;

/** The duties of units by way of the outbox, one event a unit, many at a time. */
@Component
class OutboxResponseEvents implements ResponseEvents {
  private final Outbox outbox;

  OutboxResponseEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publishDaily(RunningResponse response, Instant at, List<UnitDuties> units) {
    outbox.appendAll(
        units.stream().map(unit -> assigned(response, Occasion.DAILY, at, unit)).toList(), at);
  }

  @Override
  public Runnable publishingChange(
      RunningResponse response,
      Instant at,
      Collection<UnitDuties> units,
      Map<String, List<Duty>> withdrawn) {
    var changedAt = response.change().publishedAt();
    var events = new ArrayList<DutiesEvent>();
    for (var unit : units) {
      if (!unit.list().isEmpty()) {
        events.add(assigned(response, Occasion.LEVEL_CHANGE, changedAt, unit));
      }
      var ofUnit = withdrawn.getOrDefault(unit.unit(), List.of());
      if (!ofUnit.isEmpty() || unit.list().isEmpty()) {
        events.add(withdrawn(response, unit, ofUnit));
      }
    }
    var made = outbox.made(events);
    return () -> outbox.appendAll(made, at);
  }

  private static DutiesAssigned assigned(
      RunningResponse response, Occasion occasion, Instant at, UnitDuties unit) {
    var change = response.change();
    var validTo = change.validTo();
    return new DutiesAssigned(
        change.mode(),
        change.revision(),
        change.warning(),
        change.jurisdiction(),
        change.jurisdictionName(),
        occasion,
        change.kind(),
        change.from(),
        change.to(),
        unit.unit(),
        unit.name().zh(),
        unit.name().en(),
        ChinaTime.at(at),
        ChinaTime.at(change.validFrom()),
        validTo == null ? null : ChinaTime.at(validTo),
        response.planVersion(),
        unit.list().stream().map(OutboxResponseEvents::assigned).toList());
  }

  private static DutiesWithdrawn withdrawn(
      RunningResponse response, UnitDuties unit, List<Duty> withdrawn) {
    var change = response.change();
    return new DutiesWithdrawn(
        change.mode(),
        change.revision(),
        change.warning(),
        change.jurisdiction(),
        change.jurisdictionName(),
        change.kind(),
        change.from(),
        change.to(),
        unit.unit(),
        unit.name().zh(),
        unit.name().en(),
        ChinaTime.at(change.publishedAt()),
        unit.list().size(),
        withdrawn.stream()
            .map(
                duty ->
                    new WithdrawnDuty(
                        duty.id().value(),
                        duty.version(),
                        duty.assignment().code(),
                        duty.assignment().statement()))
            .toList());
  }

  private static AssignedDuty assigned(UnitDuties.Listed listed) {
    var duty = listed.duty();
    var what = duty.assignment();
    var replaces = what.replaces();
    return new AssignedDuty(
        duty.id().value(),
        duty.version(),
        what.code(),
        what.statement(),
        what.measure(),
        what.kind(),
        what.phase(),
        listed.delta(),
        duty.acceptance() != null,
        replaces == null ? null : replaces.value(),
        what.onDate(),
        ChinaTime.at(what.dueAt()),
        what.evidence(),
        what.clause(),
        what.inferred());
  }
}
