package lantian.tasking.duty;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What units and inspectors do to a single duty. The caller says which version it has seen; empty
 * where there is no such duty.
 */
@Service
@Transactional
public class WorkingOnDuty {
  private final Duties duties;
  private final DutyEvents events;

  public WorkingOnDuty(Duties duties, DutyEvents events) {
    this.duties = duties;
    this.events = events;
  }

  public Optional<Outcome> accept(DutyId id, long seen, String by, Instant now) {
    return act(id, seen, duty -> duty.accept(by, now));
  }

  public Optional<Outcome> report(DutyId id, long seen, String by, Instant now, String text) {
    return act(id, seen, duty -> duty.report(by, now, text));
  }

  public Optional<Outcome> complete(DutyId id, long seen, String by, Instant now, String evidence) {
    return act(id, seen, duty -> duty.complete(by, now, evidence));
  }

  public Optional<Outcome> sendBack(DutyId id, long seen, String by, Instant now, String reason) {
    return act(id, seen, duty -> duty.sendBack(by, now, reason));
  }

  private Optional<Outcome> act(DutyId id, long seen, Function<Duty, Outcome> act) {
    return duties
        .take(id)
        .map(
            duty -> {
              if (duty.version() != seen) {
                return new Outcome.Refused(duty, Refusal.STALE);
              }
              var outcome = act.apply(duty);
              if (outcome instanceof Outcome.Done done) {
                duties.save(done.events());
                done.events().forEach(events::publish);
              }
              return outcome;
            });
  }
}
