package lantian.warning.proposal;

import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import org.springframework.stereotype.Service;

/** Looks, when somebody has approved by the rules, whether it counts at this moment. */
@Service
public class CheckingApprover {
  private final SignIns signIns;

  public CheckingApprover(SignIns signIns) {
    this.signIns = signIns;
  }

  /** What came of the approval, or why it does not count. */
  ProposalEvent check(Proposal before, ProposalEvent event, Person by) {
    return event instanceof ProposalEvent.Approved
            && raisesToRed(before.change())
            && !signIns.isRecent(by.signIn())
        ? new ProposalEvent.Refused(before, Refusal.SIGN_IN_AGAIN)
        : event;
  }

  private static boolean raisesToRed(ProposedChange change) {
    return change.to() == WarningLevel.RED
        && (change.kind() == ChangeKind.RAISE || change.kind() == ChangeKind.UPGRADE);
  }
}
