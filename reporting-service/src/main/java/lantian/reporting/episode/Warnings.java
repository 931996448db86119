package lantian.reporting.episode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;

/** What is known of warnings and of the proposals behind them. */
public interface Warnings {
  /** Keeps a revision; one that is already known stays as it is. */
  void keep(LevelStep step);

  void keep(ProposalStep step);

  /** Whether a warning was published live or in a drill; empty: not yet. */
  Optional<Mode> modeOf(UUID warning);

  List<LevelStep> levelsOf(UUID warning);

  List<ProposalStep> proposalsOf(UUID warning);
}
