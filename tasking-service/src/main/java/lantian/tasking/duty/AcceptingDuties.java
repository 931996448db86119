package lantian.tasking.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A liaison takes on all that the unit has not yet accepted under a warning, in one act. */
@Service
@Transactional
public class AcceptingDuties {
  private final Duties duties;
  private final DutyEvents events;

  public AcceptingDuties(Duties duties, DutyEvents events) {
    this.duties = duties;
    this.events = events;
  }

  /** Gives how many duties were accepted; none where all were before. */
  public int acceptAll(UUID warning, String jurisdiction, String unit, String by, Instant now) {
    var accepted = new ArrayList<DutyEvent>();
    for (var duty : duties.takeUnaccepted(warning, jurisdiction, unit)) {
      if (duty.accept(by, now) instanceof Outcome.Done done) {
        accepted.addAll(done.events());
      }
    }
    duties.save(accepted);
    accepted.forEach(events::publish);
    return accepted.size();
  }
}
