package lantian.warning.policy.file;

import java.util.Set;
import lantian.events.WarningLevel;
import lantian.warning.policy.Approval;
import lantian.warning.policy.StandIns;
import org.jspecify.annotations.Nullable;

/**
 * Who submits and approves, as a pack may say it: no more freely than the tables of approvals allow
 * whoever writes to them. Orange and red are the headquarters' to decide, red takes two of them.
 */
record ApprovalField(PackField field) {
  private static final String HEADQUARTERS = "headquarters";
  private static final Set<String> SUBMITTERS = Set.of("monitoring", "office");
  private static final Set<String> APPROVERS = Set.of("office", HEADQUARTERS);
  private static final Approval HARMLESS = new Approval(SUBMITTERS, APPROVERS, 1);
  private static final int LONGEST_NAME = 100;
  private static final int MOST_PERSONS = 20;

  /**
   * @param level the level to be raised to; null: to be lowered
   */
  Approval read(@Nullable WarningLevel level) {
    if (!field.isObjectOf("submittedBy", "approvedBy", "approvals", "standIns")) {
      return HARMLESS;
    }
    boolean headquartersOnly = level == WarningLevel.ORANGE || level == WarningLevel.RED;
    Set<String> submitters = roles(field.at("submittedBy"), SUBMITTERS, "unknown-submitter");
    Set<String> approvers = approvers(field.at("approvedBy"), headquartersOnly, 1);
    int approvals = field.at("approvals").whole(1, 2);
    if (level == WarningLevel.RED && approvals != 2) {
      field.at("approvals").wrong("red-by-two");
    }
    StandIns standIns =
        field.at("standIns").isGiven()
            ? standIns(field.at("standIns"), headquartersOnly, approvers)
            : StandIns.NOBODY;
    return submitters.isEmpty() || approvers.isEmpty()
        ? HARMLESS
        : new Approval(submitters, approvers, approvals, standIns);
  }

  private static StandIns standIns(
      PackField field, boolean headquartersOnly, Set<String> approvers) {
    if (!field.isObjectOf("roles", "persons")) {
      return StandIns.NOBODY;
    }
    Set<String> roles = approvers(field.at("roles"), headquartersOnly, 0);
    Set<String> persons =
        field.at("persons").texts(0, MOST_PERSONS, LONGEST_NAME, _ -> true, "required");
    if (roles.stream().anyMatch(approvers::contains)) {
      field.at("roles").wrong("stands-in-for-itself");
    }
    if (!field.at("roles").isGiven() && !field.at("persons").isGiven()) {
      field.wrong("nobody-stands-in");
    }
    return new StandIns(roles, persons);
  }

  private static Set<String> approvers(PackField field, boolean headquartersOnly, int least) {
    Set<String> roles =
        field.texts(least, APPROVERS.size(), LONGEST_NAME, APPROVERS::contains, "unknown-approver");
    if (headquartersOnly && roles.contains("office")) {
      field.wrong("headquarters-decide");
    }
    return roles;
  }

  private static Set<String> roles(PackField field, Set<String> allowed, String code) {
    return field.texts(1, allowed.size(), LONGEST_NAME, allowed::contains, code);
  }
}
