package lantian.warning.proposal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.warning.consultation.Consultation;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.proposal.Consulting;
import lantian.warning.proposal.LookingAhead;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.Submission;
import lantian.warning.proposal.web.ProposalView.AuthorityView;
import lantian.warning.proposal.web.ProposalView.ConsultationView;
import lantian.warning.proposal.web.ProposalView.DeadlineView;
import lantian.warning.proposal.web.ProposalView.LeadTimeView;
import lantian.warning.proposal.web.ProposalView.NeededView;
import lantian.warning.proposal.web.ProposalView.OpinionView;
import lantian.warning.proposal.web.ProposalView.StandInsView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows proposals together with who may decide on them, by when, and who was heard. */
@Component
public class ProposalViews {
  private final Policies policies;
  private final Jurisdictions jurisdictions;
  private final Consulting consulting;
  private final LookingAhead lookingAhead;
  private final Clock clock;

  public ProposalViews(
      Policies policies,
      Jurisdictions jurisdictions,
      Consulting consulting,
      LookingAhead lookingAhead,
      Clock clock) {
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.consulting = consulting;
    this.lookingAhead = lookingAhead;
    this.clock = clock;
  }

  public ProposalView of(Proposal proposal, Locale locale) {
    return of(proposal, consulting.on(proposal), locale);
  }

  List<ProposalView> of(List<Proposal> proposals, Locale locale) {
    var consultations = consulting.onEach(proposals);
    return IntStream.range(0, proposals.size())
        .mapToObj(i -> of(proposals.get(i), consultations.get(i), locale))
        .toList();
  }

  /**
   * What stands after news; null where the level stands: to extend its warning is no change of it,
   * and is asked of the office, not of those who bring the news.
   */
  public @Nullable ProposalView ofStanding(@Nullable Proposal proposal, Locale locale) {
    return proposal == null || proposal.change().kind() == ChangeKind.EXTEND
        ? null
        : of(proposal, locale);
  }

  ConsultationView of(Consultation consultation) {
    return new ConsultationView(
        consultation.needed().opinions().entrySet().stream()
            .map(
                needed ->
                    new NeededView(
                        needed.getKey().role(),
                        needed.getValue(),
                        consultation.heard(needed.getKey())))
            .toList(),
        consultation.isEnough(),
        consultation.opinions().stream().map(OpinionView::of).toList());
  }

  private ProposalView of(Proposal proposal, Consultation consultation, Locale locale) {
    var change = proposal.change();
    Policy policy = policies.named(change.policy());
    Approval rule = policy.approvalOf(change.kind(), change.to());
    return ProposalView.of(
        proposal,
        new AuthorityView(
            jurisdictions.find(change.jurisdiction()).orElseThrow().authorityCode(),
            sorted(rule.submitters()),
            sorted(rule.approvers()),
            rule.approvals(),
            new StandInsView(
                policy.approvalDeadlineHours(),
                sorted(rule.standIns().roles()),
                sorted(rule.standIns().persons()))),
        deadline(proposal, rule),
        leadTime(proposal, policy),
        of(consultation),
        locale);
  }

  private @Nullable DeadlineView deadline(Proposal proposal, Approval rule) {
    Submission submission = proposal.submission();
    if (submission == null) {
      return null;
    }
    boolean overdue = proposal.isOverdue(clock.instant());
    return switch (proposal.state()) {
      case SUBMITTED ->
          new DeadlineView(
              ChinaTime.at(submission.due()),
              overdue,
              overdue
                  ? Stream.concat(rule.approvers().stream(), rule.standIns().roles().stream())
                      .sorted()
                      .toList()
                  : sorted(rule.approvers()),
              overdue ? sorted(rule.standIns().persons()) : List.of());
      case OPEN, RETURNED, APPROVED, REJECTED, SUPERSEDED -> null;
    };
  }

  /** As it is now where somebody has to put it forward, else as it was when somebody did. */
  private @Nullable LeadTimeView leadTime(Proposal proposal, Policy policy) {
    var change = proposal.change();
    Submission submission = proposal.submission();
    if (proposal.state().isReplaceable()) {
      return lookingAhead
          .of(change, clock.instant())
          .map(
              lead ->
                  new LeadTimeView(
                      ChinaTime.at(lead.beginsAt()),
                      lead.ahead().toHours(),
                      lead.wanted().toHours(),
                      lead.reason()))
          .orElse(null);
    }
    Instant validFrom = change.validFrom();
    boolean raises = change.kind() == ChangeKind.RAISE || change.kind() == ChangeKind.UPGRADE;
    if (submission == null || validFrom == null || !raises) {
      return null;
    }
    Instant beginsAt = validFrom.plus(Duration.ofHours(policy.leadHours()));
    return new LeadTimeView(
        ChinaTime.at(beginsAt),
        Duration.between(submission.at(), beginsAt).toHours(),
        policy.lifecycle().publishAheadHours(),
        submission.leadReason());
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
