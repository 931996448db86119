package lantian.console.approval;

import org.springframework.stereotype.Service;

/**
 * Passes a decision on if what the person has seen still stands. The service holds to the version;
 * what it does not count in the version, an opinion that came meanwhile or a new finding, is looked
 * at here.
 */
@Service
public class DecidingOnWhatWasSeen {
  private final Proposals proposals;

  public DecidingOnWhatWasSeen(Proposals proposals) {
    this.proposals = proposals;
  }

  /** Decides, or says why nothing was decided. */
  public Outcome decide(Decision decision, Reader reader) {
    return switch (proposals.one(decision.proposal(), decision.drill(), reader)) {
      case Answer.Refused<WaitingProposal>(var problem) -> new Outcome.Refused(problem);
      case Answer.Silent<WaitingProposal> _ -> new Outcome.NotAsked();
      case Answer.Told<WaitingProposal>(var now) ->
          // Of another version the service knows best: this may be a repeat of what was decided.
          now.proposal().version() == decision.version() && !now.seen().equals(decision.seen())
              ? new Outcome.SeenAnother()
              : pass(decision, reader);
    };
  }

  private Outcome pass(Decision decision, Reader reader) {
    return switch (proposals.decide(decision, reader)) {
      case Answer.Told<Proposal>(var after) -> new Outcome.Done(decision.move(), after);
      case Answer.Refused<Proposal>(var problem) -> new Outcome.Refused(problem);
      case Answer.Silent<Proposal> _ -> new Outcome.NotKnown();
    };
  }
}
