package lantian.warning.proposal;

import java.time.Instant;
import java.util.Set;
import lantian.warning.emergency.EmergencyCode;
import lantian.warning.emergency.EmergencyCodes;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Approval;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Approves by an emergency code. It stands in for the roster, and lends the role that it was made
 * for; all else holds: not what one submitted, two different persons, who was heard, the sign-in.
 */
@Service
public class ApprovingInEmergency {
  private final EmergencyCodes codes;
  private final CheckingApprover approver;
  private final Jurisdictions jurisdictions;

  public ApprovingInEmergency(
      EmergencyCodes codes, CheckingApprover approver, Jurisdictions jurisdictions) {
    this.codes = codes;
    this.approver = approver;
    this.jurisdictions = jurisdictions;
  }

  /** What somebody wants who has opened an envelope. */
  record Wanted(Person by, String code, long seenVersion, String reason) {}

  ProposalEvent approve(
      Proposal proposal, Wanted wanted, Approval rule, boolean consulted, Instant now) {
    Person by = wanted.by();
    String role = roleOpenedBy(wanted.code(), by, proposal);
    if (role == null || !rule.approvers().contains(role)) {
      return new ProposalEvent.Refused(proposal, Refusal.NO_SUCH_CODE);
    }
    ProposalEvent event =
        approver.checkButForTheRoster(
            proposal,
            proposal.approve(
                new Person(by.name(), Set.of(role), by.signIn()),
                rule,
                consulted,
                now,
                wanted.seenVersion(),
                wanted.reason()),
            by);
    if (!(event instanceof ProposalEvent.Approved approved)) {
      return event;
    }
    Submission submission = approved.proposal().submission();
    if (submission == null) {
      throw new IllegalStateException("approved without a submission");
    }
    codes.use(wanted.code(), proposal.id(), submission.number(), by.name(), wanted.reason(), now);
    return approved;
  }

  /** Null where it opens nothing here; nobody is told why, who does not have the code. */
  private @Nullable String roleOpenedBy(String code, Person by, Proposal proposal) {
    String authority =
        jurisdictions.find(proposal.change().jurisdiction()).orElseThrow().authorityCode();
    EmergencyCode found = codes.opening(code).orElse(null);
    return found != null
            && found.usable()
            && !found.made().by().equals(by.name())
            && (found.jurisdiction().equals("*") || found.jurisdiction().equals(authority))
        ? found.role()
        : null;
  }
}
