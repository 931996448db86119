package lantian.warning.proposal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.emergency.EmergencyCodes;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.roster.AskingRoster;
import org.springframework.stereotype.Service;

/**
 * Looks, when somebody has decided by the rules, whether it counts at this moment: by the roster,
 * that of earlier approvers too, and for red by the sign-in.
 */
@Service
public class CheckingApprover {
  private final AskingRoster roster;
  private final EmergencyCodes codes;
  private final SignIns signIns;
  private final Jurisdictions jurisdictions;

  public CheckingApprover(
      AskingRoster roster, EmergencyCodes codes, SignIns signIns, Jurisdictions jurisdictions) {
    this.roster = roster;
    this.codes = codes;
    this.signIns = signIns;
    this.jurisdictions = jurisdictions;
  }

  /** What came of the decision, or why it does not count; in its transaction. */
  ProposalEvent check(Proposal before, ProposalEvent event, Person by) {
    String place = authorityOver(before);
    Optional<Refusal> refusal =
        switch (event) {
          case ProposalEvent.Approved approved -> approving(approved, by, place);
          case ProposalEvent.Returned _, ProposalEvent.Rejected _ -> onRoster(by, place);
          case ProposalEvent.Proposed _,
              ProposalEvent.Submitted _,
              ProposalEvent.Superseded _,
              ProposalEvent.Refused _,
              ProposalEvent.Unfit _ ->
              Optional.empty();
        };
    return refusal.<ProposalEvent>map(why -> new ProposalEvent.Refused(before, why)).orElse(event);
  }

  /** The same for who approves by an emergency code. */
  ProposalEvent checkButForTheRoster(Proposal before, ProposalEvent event, Person by) {
    return event instanceof ProposalEvent.Approved approved
        ? others(approved, approved.approval(), by, authorityOver(before))
            .<ProposalEvent>map(why -> new ProposalEvent.Refused(before, why))
            .orElse(event)
        : event;
  }

  private Optional<Refusal> approving(ProposalEvent.Approved approved, Person by, String place) {
    GivenApproval given = approved.approval();
    Set<String> roles = given.standIn() ? decidingRolesOf(by) : rolesOf(given);
    return roster.admits(by.name(), roles, place)
        ? others(approved, given, by, place)
        : Optional.of(Refusal.NOT_ON_ROSTER);
  }

  private Optional<Refusal> others(
      ProposalEvent.Approved approved, GivenApproval last, Person by, String place) {
    Proposal after = approved.proposal();
    if (!after.approvals().stream()
        .filter(given -> !given.equals(last))
        .allMatch(given -> stillCounts(after, given, place))) {
      return Optional.of(Refusal.APPROVER_LEFT);
    }
    return raisesToRed(approved.proposal().change()) && !signIns.isRecent(by.signIn())
        ? Optional.of(Refusal.SIGN_IN_AGAIN)
        : Optional.empty();
  }

  private boolean stillCounts(Proposal proposal, GivenApproval given, String place) {
    Submission submission = proposal.submission();
    return roster.stillStands(given.by(), rolesOf(given), place)
        || (submission != null && codes.vouchedFor(proposal.id(), submission.number(), given.by()));
  }

  private Optional<Refusal> onRoster(Person by, String place) {
    return roster.admits(by.name(), decidingRolesOf(by), place)
        ? Optional.empty()
        : Optional.of(Refusal.NOT_ON_ROSTER);
  }

  /** Who stands in may have another role than those for whom. */
  private static Set<String> rolesOf(GivenApproval given) {
    return given.standIn() ? AskingRoster.DECIDING : Set.of(given.role());
  }

  private static Set<String> decidingRolesOf(Person by) {
    return by.roles().stream()
        .filter(AskingRoster.DECIDING::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String authorityOver(Proposal proposal) {
    return jurisdictions.find(proposal.change().jurisdiction()).orElseThrow().authorityCode();
  }

  private static boolean raisesToRed(ProposedChange change) {
    return change.to() == WarningLevel.RED
        && (change.kind() == ChangeKind.RAISE || change.kind() == ChangeKind.UPGRADE);
  }
}
