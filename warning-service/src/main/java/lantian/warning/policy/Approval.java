package lantian.warning.policy;

import java.util.Set;

/**
 * Who submits a change and who approves it; nobody approves what they submitted.
 *
 * @param submitters roles as in the token's claim
 * @param approvers roles as in the token's claim
 * @param approvals how many different people must approve
 * @param standIns who may approve after the policy's approval deadline
 */
public record Approval(
    Set<String> submitters, Set<String> approvers, int approvals, StandIns standIns) {
  public Approval {
    submitters = Set.copyOf(submitters);
    approvers = Set.copyOf(approvers);
    if (submitters.isEmpty() || approvers.isEmpty() || approvals < 1 || approvals > 2) {
      throw new IllegalArgumentException("an approval needs submitters and one or two approvers");
    }
  }

  /** With nobody to stand in. */
  public Approval(Set<String> submitters, Set<String> approvers, int approvals) {
    this(submitters, approvers, approvals, StandIns.NOBODY);
  }
}
