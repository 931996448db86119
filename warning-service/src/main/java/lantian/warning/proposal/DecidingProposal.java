package lantian.warning.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Policies;
import lantian.warning.turn.Turns;
import lantian.warning.warning.ApprovedChange;
import lantian.warning.warning.PublishingChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a proposal, by the policy's table of authority; the last approval publishes
 * the change in the same transaction. Empty: there is no such proposal.
 */
@Service
public class DecidingProposal {
  private final Proposals proposals;
  private final ProposalEvents events;
  private final Outlooks outlooks;
  private final PublishingChange publishing;
  private final SubmissionCheck check;
  private final Policies policies;
  private final LookingAhead lookingAhead;
  private final Consulting consulting;
  private final CheckingApprover approver;
  private final ApprovingInEmergency emergency;
  private final Turns turns;
  private final Clock clock;

  public DecidingProposal(
      Proposals proposals,
      ProposalEvents events,
      Outlooks outlooks,
      PublishingChange publishing,
      SubmissionCheck check,
      Policies policies,
      LookingAhead lookingAhead,
      Consulting consulting,
      CheckingApprover approver,
      ApprovingInEmergency emergency,
      Turns turns,
      Clock clock) {
    this.proposals = proposals;
    this.events = events;
    this.outlooks = outlooks;
    this.publishing = publishing;
    this.check = check;
    this.policies = policies;
    this.lookingAhead = lookingAhead;
    this.consulting = consulting;
    this.approver = approver;
    this.emergency = emergency;
    this.turns = turns;
    this.clock = clock;
  }

  /** Puts it forward, unless what would be published of it is unfit to be. */
  @Transactional
  public Optional<ProposalEvent> submit(
      UUID id, Person by, long seenVersion, @Nullable String reason) {
    return decide(
        id,
        (proposal, rule, now) -> {
          ProposalEvent event =
              proposal.submit(by, rule, terms(proposal.change(), now), now, seenVersion, reason);
          var objections =
              event instanceof ProposalEvent.Submitted
                  ? check.objectionsTo(proposal, now)
                  : List.<SubmissionCheck.Objection>of();
          return objections.isEmpty() ? event : new ProposalEvent.Unfit(proposal, objections);
        });
  }

  /** Approves it, one person of those whom it takes. */
  @Transactional
  public Optional<ProposalEvent> approve(
      UUID id, Person by, long seenVersion, @Nullable String reason) {
    return decide(
        id,
        (proposal, rule, now) ->
            approver.check(
                proposal,
                proposal.approve(
                    by, rule, consulting.on(proposal).isEnough(), now, seenVersion, reason),
                by));
  }

  /**
   * Approves it by an emergency code, which stands in for the roster.
   *
   * @param reason why the envelope was opened
   */
  @Transactional
  public Optional<ProposalEvent> approveInEmergency(
      UUID id, Person by, long seenVersion, String code, String reason) {
    return decide(
        id,
        (proposal, rule, now) ->
            emergency.approve(
                proposal,
                new ApprovingInEmergency.Wanted(by, code, seenVersion, reason),
                rule,
                consulting.on(proposal).isEnough(),
                now));
  }

  /** Sends it back for rework. */
  @Transactional
  public Optional<ProposalEvent> sendBack(
      UUID id, Person by, long seenVersion, @Nullable String reason) {
    return decide(
        id,
        (proposal, rule, now) ->
            approver.check(proposal, proposal.sendBack(by, rule, now, seenVersion, reason), by));
  }

  /** Refuses it for good. */
  @Transactional
  public Optional<ProposalEvent> reject(
      UUID id, Person by, long seenVersion, @Nullable String reason) {
    return decide(
        id,
        (proposal, rule, now) ->
            approver.check(proposal, proposal.reject(by, rule, now, seenVersion, reason), by));
  }

  private SubmissionTerms terms(ProposedChange change, Instant now) {
    int hours = policies.named(change.policy()).approvalDeadlineHours();
    return new SubmissionTerms(
        now.plus(Duration.ofHours(hours)),
        lookingAhead.of(change, now).map(LeadTime::reason).orElse(null));
  }

  private interface Move {
    ProposalEvent on(Proposal proposal, Approval rule, Instant now);
  }

  private Optional<ProposalEvent> decide(UUID id, Move move) {
    Proposal before = proposals.find(id).orElse(null);
    if (before == null) {
      return Optional.empty();
    }
    ProposedChange change = before.change();
    turns.take(change.jurisdiction(), change.mode());
    // Read again: whoever had the turn before may have moved it.
    Proposal proposal = proposals.find(id).orElseThrow();
    Approval rule = policies.named(change.policy()).approvalOf(change.kind(), change.to());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ProposalEvent event = move.on(proposal, rule, now);
    if (!(event instanceof ProposalEvent.Refused || event instanceof ProposalEvent.Unfit)) {
      keep(event, now);
    }
    return Optional.of(event);
  }

  private void keep(ProposalEvent event, Instant now) {
    ProposedChange change = event.proposal().change();
    UUID latest =
        event instanceof ProposalEvent.Rejected
            ? outlooks.latestForecast(change.jurisdiction(), change.mode(), now).orElse(null)
            : null;
    proposals.save(event, latest);
    events.publish(event);
    if (event instanceof ProposalEvent.Approved approved && approved.isDecision()) {
      publishing.publish(approvedChange(approved.proposal()), now);
    }
  }

  private static ApprovedChange approvedChange(Proposal proposal) {
    ProposedChange change = proposal.change();
    Submission submission = proposal.submission();
    if (submission == null) {
      throw new IllegalStateException("approved without a submission");
    }
    return new ApprovedChange(
        proposal.id(),
        submission.number(),
        change.fingerprint(),
        change.mode(),
        change.jurisdiction(),
        change.warningId(),
        change.kind(),
        change.from(),
        change.to(),
        change.cause(),
        change.response(),
        change.validFrom(),
        change.validTo(),
        change.policy(),
        change.reason(),
        submission.by(),
        proposal.approvals().stream().map(GivenApproval::by).toList());
  }
}
