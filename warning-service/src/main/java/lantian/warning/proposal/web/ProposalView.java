package lantian.warning.proposal.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalState;
import org.jspecify.annotations.Nullable;

/** A proposal with what people did with it; {@code version} goes into {@code If-Match}. */
public record ProposalView(
    UUID id,
    long version,
    ProposalState state,
    Mode mode,
    String jurisdiction,
    UUID warningId,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    @Nullable OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    String policy,
    @Nullable UUID forecastId,
    String reason,
    OffsetDateTime proposedAt,
    @Nullable String submittedBy,
    @Nullable OffsetDateTime submittedAt,
    List<ApprovalView> approvals,
    AuthorityView authority) {

  /** One person's approval. */
  public record ApprovalView(String by, String role, OffsetDateTime at) {}

  /** Who may submit and approve it, as roles, how many approvals it takes, and of which body. */
  public record AuthorityView(
      String jurisdiction, List<String> submittedBy, List<String> approvedBy, int approvals) {}

  static ProposalView of(Proposal proposal, AuthorityView authority, Locale locale) {
    var change = proposal.change();
    var submission = proposal.submission();
    return new ProposalView(
        proposal.id(),
        proposal.version(),
        proposal.state(),
        change.mode(),
        change.jurisdiction(),
        change.warningId(),
        change.kind(),
        change.from(),
        change.to(),
        change.cause(),
        change.response(),
        beijing(change.validFrom()),
        beijing(change.validTo()),
        change.policy(),
        change.forecastId(),
        locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
            ? change.reason().en()
            : change.reason().zh(),
        ChinaTime.at(proposal.proposedAt()),
        submission == null ? null : submission.by(),
        submission == null ? null : ChinaTime.at(submission.at()),
        proposal.approvals().stream()
            .map(given -> new ApprovalView(given.by(), given.role(), ChinaTime.at(given.at())))
            .toList(),
        authority);
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
    return at == null ? null : ChinaTime.at(at);
  }
}
