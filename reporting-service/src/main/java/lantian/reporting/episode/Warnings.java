package lantian.reporting.episode;

import java.util.List;
import java.util.UUID;

/** What is known of warnings and of the proposals behind them. */
public interface Warnings {
  /** Keeps a revision; one that is already known stays as it is. */
  void keep(LevelStep step);

  void keep(ProposalStep step);

  List<LevelStep> levelsOf(UUID warning);

  List<ProposalStep> proposalsOf(UUID warning);
}
