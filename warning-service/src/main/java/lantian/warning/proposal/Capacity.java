package lantian.warning.proposal;

import java.time.Instant;
import lantian.warning.policy.Approval;
import org.jspecify.annotations.Nullable;

/**
 * In which capacity a person decides: as one of the approvers, or in their stead once the deadline
 * has passed (代批人). Whoever is named to stand in acts in the approvers' role.
 */
record Capacity(String role, boolean standIn) {

  /** Null where the person has none. */
  static @Nullable Capacity of(Person by, Approval rule) {
    String own = by.roleAmong(rule.approvers());
    if (own != null) {
      return new Capacity(own, false);
    }
    String role = by.roleAmong(rule.standIns().roles());
    if (role != null) {
      return new Capacity(role, true);
    }
    return rule.standIns().persons().contains(by.name())
        ? new Capacity(rule.approvers().stream().sorted().findFirst().orElseThrow(), true)
        : null;
  }

  boolean mayDecide(@Nullable Submission submission, Instant now) {
    return !standIn || (submission != null && !now.isBefore(submission.due()));
  }
}
