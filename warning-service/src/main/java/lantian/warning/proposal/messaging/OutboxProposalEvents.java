package lantian.warning.proposal.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import lantian.events.ChinaTime;
import lantian.events.Event;
import lantian.events.WarningApproved;
import lantian.events.WarningProposed;
import lantian.events.WarningReturned;
import lantian.kit.outbox.Outbox;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.GivenApproval;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalEvent;
import lantian.warning.proposal.ProposalEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A submission and a replacement are told to nobody: nothing follows from them elsewhere. */
@Component
class OutboxProposalEvents implements ProposalEvents {
  private final Outbox outbox;
  private final Jurisdictions jurisdictions;

  OutboxProposalEvents(Outbox outbox, Jurisdictions jurisdictions) {
    this.outbox = outbox;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public void publish(ProposalEvent event) {
    Event told =
        switch (event) {
          case ProposalEvent.Proposed(var proposal) -> proposed(proposal);
          case ProposalEvent.Approved(var proposal, var approval, var needed, var _) ->
              approved(proposal, approval, needed);
          case ProposalEvent.Returned(var proposal, var by, var at, var reason) ->
              returned(proposal, false, by, at, reason);
          case ProposalEvent.Rejected(var proposal, var by, var at, var reason) ->
              returned(proposal, true, by, at, reason);
          case ProposalEvent.Submitted _,
              ProposalEvent.Superseded _,
              ProposalEvent.Refused _,
              ProposalEvent.Unfit _ ->
              null;
        };
    if (told != null) {
      outbox.append(told);
    }
  }

  private WarningProposed proposed(Proposal proposal) {
    var change = proposal.change();
    return new WarningProposed(
        change.mode(),
        proposal.version(),
        change.warningId(),
        proposal.id(),
        change.jurisdiction(),
        jurisdictions.find(change.jurisdiction()).orElseThrow().name(),
        change.kind(),
        change.from(),
        change.to(),
        change.cause(),
        change.response(),
        beijing(change.validFrom()),
        beijing(change.validTo()),
        change.policy(),
        change.forecastId(),
        ChinaTime.at(proposal.proposedAt()),
        change.reason());
  }

  private static WarningApproved approved(Proposal proposal, GivenApproval approval, int needed) {
    var change = proposal.change();
    var submission = proposal.submission();
    if (submission == null) {
      throw new IllegalArgumentException("an approval without a submission");
    }
    return new WarningApproved(
        change.mode(),
        proposal.version(),
        change.warningId(),
        proposal.id(),
        change.jurisdiction(),
        change.kind(),
        change.to(),
        submission.by(),
        ChinaTime.at(submission.at()),
        approval.by(),
        ChinaTime.at(approval.at()),
        proposal.approvals().size(),
        needed);
  }

  private static WarningReturned returned(
      Proposal proposal, boolean rejected, String by, Instant at, @Nullable String reason) {
    var change = proposal.change();
    return new WarningReturned(
        change.mode(),
        proposal.version(),
        change.warningId(),
        proposal.id(),
        change.jurisdiction(),
        change.kind(),
        change.to(),
        rejected,
        by,
        ChinaTime.at(at),
        reason);
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
    return at == null ? null : ChinaTime.at(at);
  }
}
