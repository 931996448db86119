package lantian.warning.proposal.web;

import java.util.Locale;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.web.ProposalView.AuthorityView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows proposals together with who may decide on them. */
@Component
public class ProposalViews {
  private final Policies policies;
  private final Jurisdictions jurisdictions;

  public ProposalViews(Policies policies, Jurisdictions jurisdictions) {
    this.policies = policies;
    this.jurisdictions = jurisdictions;
  }

  public ProposalView of(Proposal proposal, Locale locale) {
    var change = proposal.change();
    var rule = policies.named(change.policy()).approvalOf(change.kind(), change.to());
    var authority = jurisdictions.find(change.jurisdiction()).orElseThrow().authorityCode();
    return ProposalView.of(
        proposal,
        new AuthorityView(
            authority,
            rule.submitters().stream().sorted().toList(),
            rule.approvers().stream().sorted().toList(),
            rule.approvals()),
        locale);
  }

  public @Nullable ProposalView ofStanding(@Nullable Proposal proposal, Locale locale) {
    return proposal == null ? null : of(proposal, locale);
  }
}
