package lantian.reporting.rebuild;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What others are to see of a rebuild while its own transaction is still open. */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class NotingRebuild {
  private final Rebuilds rebuilds;
  private final KeptEvents events;

  NotingRebuild(Rebuilds rebuilds, KeptEvents events) {
    this.rebuilds = rebuilds;
    this.events = events;
  }

  /** Tells whether it may be begun once more; else it has failed. */
  public boolean begin(long id, long known, int tries) {
    if (rebuilds.begin(id, known) <= tries) {
      return true;
    }
    rebuilds.fail(id, "the process ended at each of the last " + tries + " tries");
    return false;
  }

  public void progress(long id, long read) {
    rebuilds.progress(id, read);
  }

  public void fail(long id, String failure) {
    rebuilds.fail(id, failure);
  }

  /** A place up to which all has been decided: nobody is still about to take one before it. */
  public long settledPlace() {
    events.hold();
    return events.lastPlace();
  }
}
