package lantian.warning.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.consultation.Consultation;
import lantian.warning.consultation.Opinion;
import lantian.warning.consultation.Opinions;
import lantian.warning.consultation.Stance;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Quorum;
import lantian.warning.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consultation (会商) on a proposal: takes opinions while it stands, and says who was heard. */
@Service
public class Consulting {
  private final Proposals proposals;
  private final Opinions opinions;
  private final Policies policies;
  private final Turns turns;
  private final Clock clock;

  public Consulting(
      Proposals proposals, Opinions opinions, Policies policies, Turns turns, Clock clock) {
    this.proposals = proposals;
    this.opinions = opinions;
    this.policies = policies;
    this.turns = turns;
    this.clock = clock;
  }

  /** What somebody says of a proposal, for the record. */
  public record Said(
      String by,
      ConsultedBody body,
      @Nullable String organisation,
      Stance stance,
      @Nullable WarningLevel level,
      String text) {}

  /**
   * Keeps what was said.
   *
   * @return null where the proposal is decided or replaced, so that nobody is consulted any more
   */
  @Transactional
  public @Nullable Opinion hear(Proposal seen, Said said) {
    turns.take(seen.change().jurisdiction(), seen.change().mode());
    // Read again: whoever had the turn before may have decided it.
    Proposal proposal = proposals.find(seen.id()).orElseThrow();
    if (!proposal.state().isStanding()) {
      return null;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Opinion opinion =
        new Opinion(
            proposal.id(),
            proposal.change().fingerprint(),
            opinions.on(proposal.id()).size() + 1,
            said.by(),
            said.body(),
            said.organisation(),
            said.stance(),
            said.level(),
            said.text(),
            now);
    opinions.add(opinion);
    return opinion;
  }

  /** Who was heard so far. */
  public Consultation on(Proposal proposal) {
    return new Consultation(quorum(proposal), opinions.on(proposal.id()));
  }

  /** Of several proposals, in their order. */
  public List<Consultation> onEach(List<Proposal> several) {
    Map<UUID, List<Opinion>> given = opinions.onEach(several.stream().map(Proposal::id).toList());
    return several.stream()
        .map(
            proposal ->
                new Consultation(quorum(proposal), given.getOrDefault(proposal.id(), List.of())))
        .toList();
  }

  private Quorum quorum(Proposal proposal) {
    ProposedChange change = proposal.change();
    return policies.named(change.policy()).lifecycle().quorumFor(change.kind(), change.to());
  }
}
