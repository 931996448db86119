package lantian.warning.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.scene.Scene;
import org.jspecify.annotations.Nullable;

/** All proposals. Writes belong in a transaction that holds the jurisdiction's turn. */
public interface Proposals {

  Optional<Proposal> find(UUID id);

  /** The one that is open, submitted or returned; there is never more than one. */
  Optional<Proposal> standing(String jurisdiction, Mode mode);

  /** All that wait for a person; a place has one at the most in each mode. */
  List<WaitingProposal> waiting();

  /** Those of a scene, newest first, the last 500 of them. */
  List<Proposal> list(Collection<String> jurisdictions, Scene scene, @Nullable ProposalState state);

  /** Whether this change was rejected while this run was the latest (null: without any). */
  boolean wasRejectedOver(
      String jurisdiction,
      Mode mode,
      ChangeKind kind,
      WarningLevel to,
      @Nullable UUID latestForecast);

  /**
   * Keeps what happened.
   *
   * @param latestForecast the run that stands now, kept with a rejection
   */
  void save(ProposalEvent event, @Nullable UUID latestForecast);
}
