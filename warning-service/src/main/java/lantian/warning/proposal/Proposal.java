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
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
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
    int number = submission == null ? 1 : submission.number() + 1;
    Submission next = new Submission(number, by.name(), role, now);
    return new ProposalEvent.Submitted(
        moved(ProposalState.SUBMITTED, next, List.of()), next, reason);
  }

  /** One person approves; with the last approval that the policy asks for, it is decided. */
  ProposalEvent approve(
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
    Refusal refusal = refusalToDecide(by, rule, seenVersion);
    if (refusal != null) {
      return new ProposalEvent.Refused(this, refusal);
    }
    if (submission != null && submission.by().equals(by.name())) {
      return new ProposalEvent.Refused(this, Refusal.OWN_PROPOSAL);
    }
    if (approvals.stream().anyMatch(given -> given.by().equals(by.name()))) {
      return new ProposalEvent.Refused(this, Refusal.SAME_PERSON_TWICE);
    }
    GivenApproval given = new GivenApproval(by.name(), roleAmongApprovers(by, rule), now);
    List<GivenApproval> all = Stream.concat(approvals.stream(), Stream.of(given)).toList();
    ProposalState next =
        all.size() >= rule.approvals() ? ProposalState.APPROVED : ProposalState.SUBMITTED;
    return new ProposalEvent.Approved(
        moved(next, submission, all), given, rule.approvals(), reason);
  }

  /** Sent back for rework. */
  ProposalEvent sendBack(
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
    Refusal refusal = refusalToDecide(by, rule, seenVersion);
    return refusal == null
        ? new ProposalEvent.Returned(
            moved(ProposalState.RETURNED, submission, approvals), by.name(), now, reason)
        : new ProposalEvent.Refused(this, refusal);
  }

  /** Refused for good. */
  ProposalEvent reject(
      Person by, Approval rule, Instant now, long seenVersion, @Nullable String reason) {
    Refusal refusal = refusalToDecide(by, rule, seenVersion);
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
    return state.isReplaceable() || state == ProposalState.SUBMITTED
        ? new ProposalEvent.Superseded(moved(ProposalState.SUPERSEDED, submission, approvals), now)
        : new ProposalEvent.Refused(this, Refusal.WRONG_STATE);
  }

  private @Nullable Refusal refusalToDecide(Person by, Approval rule, long seenVersion) {
    if (by.roleAmong(rule.approvers()) == null) {
      return Refusal.WRONG_ROLE;
    }
    if (seenVersion != version) {
      return Refusal.STALE;
    }
    return state == ProposalState.SUBMITTED ? null : Refusal.WRONG_STATE;
  }

  private static String roleAmongApprovers(Person by, Approval rule) {
    String role = by.roleAmong(rule.approvers());
    if (role == null) {
      throw new IllegalStateException("an approver without the role was not refused");
    }
    return role;
  }

  private Proposal moved(
      ProposalState next, @Nullable Submission lastSubmission, List<GivenApproval> given) {
    return new Proposal(id, version + 1, change, next, proposedAt, lastSubmission, given);
  }
}
