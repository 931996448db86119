package lantian.warning.proposal;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.turn.Turns;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes back to what is ordered where something else was being decided when the order came. */
@Service
public class ProposingOrdered {
  private final ProposingChange proposing;
  private final OrderedLevels orderedLevels;
  private final Outlooks outlooks;
  private final Proposals proposals;
  private final Warnings warnings;
  private final Turns turns;

  public ProposingOrdered(
      ProposingChange proposing,
      OrderedLevels orderedLevels,
      Outlooks outlooks,
      Proposals proposals,
      Warnings warnings,
      Turns turns) {
    this.proposing = proposing;
    this.orderedLevels = orderedLevels;
    this.outlooks = outlooks;
    this.proposals = proposals;
    this.warnings = warnings;
    this.turns = turns;
  }

  /** Proposes it, where it is above the level in force, nothing stands and it was not rejected. */
  @Transactional
  public void asOrdered(Jurisdiction jurisdiction, Mode mode, Instant now) {
    OrderedLevel ordered = orderedLevels.of(jurisdiction.code(), mode, now).orElse(null);
    WarningLevel level =
        warnings.inForce(jurisdiction.code(), mode).map(Warning::level).orElse(WarningLevel.NONE);
    if (ordered == null
        || !ordered.level().isAbove(level)
        || proposals.standing(jurisdiction.code(), mode).isPresent()) {
      return;
    }
    ChangeKind kind = level == WarningLevel.NONE ? ChangeKind.RAISE : ChangeKind.UPGRADE;
    UUID latest = outlooks.latestForecast(jurisdiction.code(), mode, now).orElse(null);
    if (!proposals.wasRejectedOver(jurisdiction.code(), mode, kind, ordered.level(), latest)) {
      proposing.afterNews(jurisdiction, mode, now, turns.take(jurisdiction.code(), mode));
    }
  }
}
