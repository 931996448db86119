package lantian.warning.drill;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.proposal.DroppingProposal;
import lantian.warning.turn.Turns;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a drill. Its warning ends first, lifted or taken back, so that everybody who was told of it
 * is told of its end; a proposal that stands is gone with the drill.
 */
@Service
public class EndingDrill {
  private final Drills drills;
  private final Warnings warnings;
  private final DroppingProposal dropping;
  private final Turns turns;
  private final Clock clock;

  public EndingDrill(
      Drills drills, Warnings warnings, DroppingProposal dropping, Turns turns, Clock clock) {
    this.drills = drills;
    this.warnings = warnings;
    this.dropping = dropping;
    this.turns = turns;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Ended(Drill drill) implements Outcome {}

    record Unknown() implements Outcome {}

    record EndedBefore(Drill drill) implements Outcome {}

    record WarningInForce(Warning warning) implements Outcome {}
  }

  @Transactional
  public Outcome end(UUID id, String by) {
    Drill found = drills.find(id).orElse(null);
    if (found == null) {
      return new Outcome.Unknown();
    }
    turns.take(found.jurisdiction(), Mode.DRILL);
    // Read again: whoever had the turn before may have ended it.
    Drill drill = drills.find(id).orElseThrow();
    if (!drill.isOpen()) {
      return new Outcome.EndedBefore(drill);
    }
    Warning inForce = warnings.inForce(drill.jurisdiction(), Mode.DRILL).orElse(null);
    if (inForce != null) {
      return new Outcome.WarningInForce(inForce);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    dropping.drop(drill.jurisdiction(), Mode.DRILL, now);
    Drill ended =
        new Drill(
            drill.number(),
            drill.announced(),
            drill.openedBy(),
            drill.openedAt(),
            new Drill.End(by, now));
    drills.end(ended);
    return new Outcome.Ended(ended);
  }
}
