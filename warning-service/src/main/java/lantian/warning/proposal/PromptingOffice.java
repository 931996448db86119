package lantian.warning.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lantian.events.ChangeKind;
import lantian.warning.policy.Policies;
import lantian.warning.warning.ValidityPrompt;
import lantian.warning.warning.ValidityPrompts;
import lantian.warning.warning.Warning;
import org.springframework.stereotype.Service;

/** Asks until a proposal is submitted: one that the service alone has made is no answer yet. */
@Service
public class PromptingOffice implements ValidityPrompts {
  private final Proposals proposals;
  private final Policies policies;

  public PromptingOffice(Proposals proposals, Policies policies) {
    this.proposals = proposals;
    this.policies = policies;
  }

  @Override
  public Optional<ValidityPrompt> of(Warning warning, Instant now) {
    int hours = policies.named(warning.policy()).lifecycle().promptBeforeHours();
    Instant endsAt = warning.validTo();
    if (endsAt == null || !warning.endsWithin(hours, now)) {
      return Optional.empty();
    }
    Proposal standing = proposals.standing(warning.jurisdiction(), warning.mode()).orElse(null);
    if (standing != null && !standing.state().isReplaceable()) {
      return Optional.empty();
    }
    Instant asked = endsAt.minus(Duration.ofHours(hours));
    ChangeKind proposes = standing == null ? null : standing.change().kind();
    return Optional.of(
        new ValidityPrompt(
            // What was published with less than these hours to go is asked about at once.
            asked.isBefore(warning.publishedAt()) ? warning.publishedAt() : asked,
            endsAt,
            !now.isBefore(endsAt),
            standing == null ? null : standing.id(),
            proposes));
  }
}
