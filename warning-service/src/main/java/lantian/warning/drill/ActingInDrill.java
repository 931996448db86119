package lantian.warning.drill;

import java.util.Optional;
import java.util.function.Supplier;
import lantian.events.Mode;
import lantian.warning.turn.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does something in a drill that lasts until it is done: whoever ends the drill comes before or
 * after it, and what is brought to one is never taken into the next.
 */
@Service
public class ActingInDrill {
  private final Drills drills;
  private final Turns turns;

  public ActingInDrill(Drills drills, Turns turns) {
    this.drills = drills;
    this.turns = turns;
  }

  /** Empty, and nothing is done: the drill has ended since it was looked at. */
  @Transactional
  public <T> Optional<T> act(Drill seen, Supplier<T> what) {
    turns.take(seen.jurisdiction(), Mode.DRILL);
    // Read again: whoever had the turn before may have ended it.
    return drills.find(seen.id()).filter(Drill::isOpen).map(_ -> what.get());
  }
}
