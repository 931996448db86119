package lantian.warning.drill;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lantian.events.Mode;
import lantian.warning.turn.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a drill, with a clean sheet: nothing of an earlier one is judged in it. */
@Service
public class OpeningDrill {
  private final Drills drills;
  private final Turns turns;
  private final Clock clock;

  public OpeningDrill(Drills drills, Turns turns, Clock clock) {
    this.drills = drills;
    this.turns = turns;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Opened(Drill drill) implements Outcome {}

    /** One is open there; two at once nobody could tell apart. */
    record AnotherIsOpen(Drill drill) implements Outcome {}
  }

  @Transactional
  public Outcome open(AnnouncedDrill announced, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    turns.take(announced.jurisdiction(), Mode.DRILL);
    Drill open = drills.openIn(announced.jurisdiction()).orElse(null);
    if (open != null) {
      return new Outcome.AnotherIsOpen(open);
    }
    Drill drill = new Drill(drills.countIn(announced.jurisdiction()) + 1, announced, by, now, null);
    drills.open(drill);
    return new Outcome.Opened(drill);
  }
}
