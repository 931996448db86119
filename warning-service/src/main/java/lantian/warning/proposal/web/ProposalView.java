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
import lantian.warning.consultation.Opinion;
import lantian.warning.consultation.Stance;
import lantian.warning.proposal.LeadReason;
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
    AuthorityView authority,
    @Nullable DeadlineView deadline,
    @Nullable LeadTimeView leadTime,
    ConsultationView consultation) {

  /** One person's approval; {@code standIn}: in the approvers' stead, after the deadline. */
  public record ApprovalView(String by, String role, OffsetDateTime at, boolean standIn) {}

  /**
   * Until when what is submitted should be decided, and who may decide it now: by role, and those
   * named who stand in. Nobody decides on what they submitted themselves.
   */
  public record DeadlineView(
      OffsetDateTime dueAt, boolean overdue, List<String> rolesNow, List<String> personsNow) {}

  /**
   * How long before its run begins a raise is, or was, put forward, in hours, and why not earlier.
   */
  public record LeadTimeView(
      OffsetDateTime beginsAt, long hoursAhead, long hoursWanted, @Nullable LeadReason reason) {}

  /** Who was heard, of those who must be heard before it is approved, and what they said. */
  public record ConsultationView(
      List<NeededView> needed, boolean enough, List<OpinionView> opinions) {}

  /** How many people of a body must be heard, and how many were. */
  public record NeededView(String body, int needed, int heard) {}

  /** What somebody said of it. */
  public record OpinionView(
      int number,
      String by,
      String body,
      @Nullable String organisation,
      Stance stance,
      @Nullable WarningLevel level,
      String text,
      OffsetDateTime at) {

    static OpinionView of(Opinion opinion) {
      return new OpinionView(
          opinion.number(),
          opinion.by(),
          opinion.body().role(),
          opinion.organisation(),
          opinion.stance(),
          opinion.level(),
          opinion.text(),
          ChinaTime.at(opinion.at()));
    }
  }

  /**
   * Who may submit and approve it, as roles, how many approvals it takes, and of which body; who
   * stands in, and after how many hours.
   */
  public record AuthorityView(
      String jurisdiction,
      List<String> submittedBy,
      List<String> approvedBy,
      int approvals,
      StandInsView standIns) {}

  /** Who may approve after this many hours without a decision: by role, and by name. */
  public record StandInsView(int afterHours, List<String> roles, List<String> persons) {}

  static ProposalView of(
      Proposal proposal,
      AuthorityView authority,
      @Nullable DeadlineView deadline,
      @Nullable LeadTimeView leadTime,
      ConsultationView consultation,
      Locale locale) {
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
            .map(
                given ->
                    new ApprovalView(
                        given.by(), given.role(), ChinaTime.at(given.at()), given.standIn()))
            .toList(),
        authority,
        deadline,
        leadTime,
        consultation);
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
    return at == null ? null : ChinaTime.at(at);
  }
}
