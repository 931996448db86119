package lantian.warning.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lantian.warning.policy.Approval;
import org.jspecify.annotations.Nullable;

/**
 * A change that the judgement asks for, and what people did with it. Immutable: each move gives the
 * proposal as it is afterwards, or the reason why nothing is done. The database holds the same
 * table of moves.
 *
 * <table>
 * <caption>Moves</caption>
 * <tr><th>from</th><th>submit</th><th>approve</th><th>return</th><th>reject</th><th>newer judgement</th><th>warning taken back</th></tr>
 * <tr><td>OPEN</td><td>SUBMITTED</td><td></td><td></td><td></td><td>SUPERSEDED</td><td>SUPERSEDED</td></tr>
 * <tr><td>SUBMITTED</td><td></td><td>SUBMITTED, with the last one APPROVED</td><td>RETURNED</td><td>REJECTED</td><td></td><td>SUPERSEDED</td></tr>
 * <tr><td>RETURNED</td><td>SUBMITTED</td><td></td><td></td><td></td><td>SUPERSEDED</td><td>SUPERSEDED</td></tr>
 * <tr><td>APPROVED, REJECTED, SUPERSEDED</td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
 * </table>
 *
 * @param version grows by one with every move, from 1
 * @param submission the last one; null where there was none
 * @param approvals of that submission
 */
public record Proposal(
    UUID id,
    long version,
    ProposedChange change,
    ProposalState state,
    Instant proposedAt,
    @Nullable Submission submission,
    List<GivenApproval> approvals) {

  public Proposal {
    approvals = List.copyOf(approvals);
  }

  /** A new one, open. */
  static Proposal of(UUID id, ProposedChange change, Instant at) {
    return new Proposal(id, 1, change, ProposalState.OPEN, at, null, List.of());
  }

  /** Somebody puts it forward. */
  ProposalEvent submit(
      Person by,
      Approval rule,
      SubmissionTerms terms,
      Instant now,
      long seenVersion,
      @Nullable String reason) {
    String role = by.roleAmong(rule.submitters());
    if (role == null) {
      return new ProposalEvent.Refused(this, Refusal.WRONG_ROLE);
    }
    if (seenVersion != version) {
      return new ProposalEvent.Refused(this, Refusal.STALE);
    }
    if (!state.isReplaceable()) {
      return new ProposalEvent.Refused(this, Refusal.WRONG_STATE);
    }
    if (terms.leadReason() == LeadReason.LATE && reason == null) {
      return new ProposalEvent.Refused(this, Refusal.LATE_WITHOUT_REASON);
    }
    int number = submission == null ? 1 : submission.number() + 1;
    Submission next = new Submission(number, by.name(), role, now, terms.due(), terms.leadReason());
    return new ProposalEvent.Submitted(
        moved(ProposalState.SUBMITTED, next, List.of()), next, reason);
  }

  /**
   * One person approves; with the last approval that the policy asks for, it is decided.
   *
   * @param consulted whether those were heard whom the policy wants heard
   */
  ProposalEvent approve(
      Person by,
      Approval rule,
      boolean consulted,
      Instant now,
      long seenVersion,
      @Nullable String reason) {
    Capacity capacity = Capacity.of(by, rule);
    Refusal refusal = refusalToDecide(capacity, now, seenVersion);
    if (capacity == null || refusal != null) {
      return new ProposalEvent.Refused(this, refusal == null ? Refusal.WRONG_ROLE : refusal);
    }
    if (submission != null && submission.by().equals(by.name())) {
      return new ProposalEvent.Refused(this, Refusal.OWN_PROPOSAL);
    }
    if (approvals.stream().anyMatch(given -> given.by().equals(by.name()))) {
      return new ProposalEvent.Refused(this, Refusal.SAME_PERSON_TWICE);
    }
    if (!consulted) {
      return new ProposalEvent.Refused(this, Refusal.NOT_CONSULTED);
    }
    GivenApproval given =
        new GivenApproval(by.name(), capacity.role(), now, capacity.standIn(), by.signIn());
    List<GivenApproval> all = Stream.concat(approvals.stream(), Stream.of(given)).toList();
    ProposalState next =
        all.size() >= rule.approvals() ? ProposalState.APPROVED : ProposalState.SUBMITTED;
    return new ProposalEvent.Approved(
        moved(next, submission, all), given, rule.approvals(), reason);
  }

  /** Sent back for rework. */
  ProposalEvent sendBack(
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
    Refusal refusal = refusalToDecide(Capacity.of(by, rule), now, seenVersion);
    return refusal == null
        ? new ProposalEvent.Returned(
            moved(ProposalState.RETURNED, submission, approvals), by.name(), now, reason)
        : new ProposalEvent.Refused(this, refusal);
  }

  /** Refused for good. */
  ProposalEvent reject(
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
    Refusal refusal = refusalToDecide(Capacity.of(by, rule), now, seenVersion);
    return refusal == null
        ? new ProposalEvent.Rejected(
            moved(ProposalState.REJECTED, submission, approvals), by.name(), now, reason)
        : new ProposalEvent.Refused(this, refusal);
  }

  /** Replaced by a newer judgement; only where nobody has put it forward. */
  ProposalEvent supersede(Instant now) {
    return state.isReplaceable()
        ? new ProposalEvent.Superseded(moved(ProposalState.SUPERSEDED, submission, approvals), now)
        : new ProposalEvent.Refused(this, Refusal.WRONG_STATE);
  }

  /** Nothing is left to change, the warning being taken back: whatever anybody did with it. */
  ProposalEvent drop(Instant now) {
    return state.isStanding()
        ? new ProposalEvent.Superseded(moved(ProposalState.SUPERSEDED, submission, approvals), now)
        : new ProposalEvent.Refused(this, Refusal.WRONG_STATE);
  }

  /** Whether it waits for a decision beyond its deadline. */
  public boolean isOverdue(Instant now) {
    return state == ProposalState.SUBMITTED
        && submission != null
        && !now.isBefore(submission.due());
  }

  private @Nullable Refusal refusalToDecide(
      @Nullable Capacity capacity, Instant now, long seenVersion) {
    if (capacity == null) {
      return Refusal.WRONG_ROLE;
    }
    if (seenVersion != version) {
      return Refusal.STALE;
    }
    if (state != ProposalState.SUBMITTED) {
      return Refusal.WRONG_STATE;
    }
    return capacity.mayDecide(submission, now) ? null : Refusal.DEADLINE_NOT_PASSED;
  }

  private Proposal moved(
      ProposalState next, @Nullable Submission lastSubmission, List<GivenApproval> given) {
    return new Proposal(id, version + 1, change, next, proposedAt, lastSubmission, given);
  }
}
