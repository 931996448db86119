package lantian.reporting.rebuild;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds all projections anew from the kept events, beside those in use, and puts them in their
 * place, in one transaction: whoever reads sees the old ones until its end, and whoever dies leaves
 * nothing behind. Events that come in meanwhile take effect as always and are read too; only while
 * the last of them are read and the projections are put in do new ones wait.
 */
@Service
public class RebuildingProjections {
  private final Rebuilds rebuilds;
  private final NotingRebuild noting;
  private final KeptEvents events;
  private final Beside beside;
  private final Projecting projecting;

  RebuildingProjections(
      Rebuilds rebuilds,
      NotingRebuild noting,
      KeptEvents events,
      Beside beside,
      Projecting projecting) {
    this.rebuilds = rebuilds;
    this.noting = noting;
    this.events = events;
    this.beside = beside;
    this.projecting = projecting;
  }

  /**
   * How it goes about it.
   *
   * @param atOnce events that are read at once
   * @param tries that are begun before it is given up
   */
  public record Pace(int atOnce, int tries) {}

  /** Nothing where it has ended, or somebody else has it at hand. */
  @Transactional
  public void rebuild(long id, Pace pace) {
    if (!rebuilds.take(id)) {
      return;
    }
    beside.begin();
    if (!noting.begin(id, events.count(), pace.tries())) {
      return;
    }
    var reading = new Reading(id, pace.atOnce());
    long before;
    do {
      before = reading.read;
      reading.upTo(noting.settledPlace());
    } while (reading.read - before > pace.atOnce());
    events.hold();
    long missing = events.missing();
    if (missing > 0) {
      throw new IllegalStateException(
          missing + " events took effect by an instance that does not keep them");
    }
    reading.upTo(events.lastPlace());
    rebuilds.end(id, reading.read, beside.putIn());
  }

  /** How far the events are read. */
  private final class Reading {
    private final long id;
    private final int atOnce;
    private long place;
    private long read;

    Reading(long id, int atOnce) {
      this.id = id;
      this.atOnce = atOnce;
    }

    void upTo(long last) {
      List<KeptEvent> some;
      while (!(some = events.between(place, last, atOnce)).isEmpty()) {
        if (Thread.interrupted()) {
          throw new CancellationException("this process is asked to end");
        }
        some.forEach(projecting::again);
        place = some.getLast().place();
        read += some.size();
        noting.progress(id, read);
      }
    }
  }
}
