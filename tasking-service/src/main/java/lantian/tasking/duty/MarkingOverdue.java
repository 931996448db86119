package lantian.tasking.duty;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds duties that were not done when they were due, each once. */
@Service
@Transactional
public class MarkingOverdue {
  private static final int BATCH = 500;

  private final Duties duties;
  private final DutyEvents events;

  public MarkingOverdue(Duties duties, DutyEvents events) {
    this.duties = duties;
    this.events = events;
  }

  /** Marks some of those due before {@code now}; tells whether there may be more. */
  public boolean markSome(Instant now) {
    var overdue = duties.markOverdue(now, BATCH);
    overdue.forEach(events::publishOverdue);
    return overdue.size() == BATCH;
  }
}
