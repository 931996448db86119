package lantian.warning.proposal.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.kit.crash.CrashPoint;
import lantian.warning.proposal.GivenApproval;
import lantian.warning.proposal.LeadReason;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalEvent;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.Proposals;
import lantian.warning.proposal.ProposedChange;
import lantian.warning.proposal.SignIn;
import lantian.warning.proposal.Submission;
import lantian.warning.proposal.WaitingProposal;
import lantian.warning.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProposals implements Proposals {
  private static final String PROPOSALS =
      """
      select p.*, s.number, s.submitted_by, s.submitter_role, s.submitted_at,
             coalesce(s.approval_due, s.submitted_at + interval '2 hours') approval_due,
             s.lead_reason, a.approvers, a.roles, a.times, a.stand_ins, a.tokens, a.signed_in
      from proposal p
      left join submission s on s.proposal_id = p.id and s.number = p.submissions
      left join lateral (
        select array_agg(approver order by approved_at, approver) approvers,
               array_agg(approver_role order by approved_at, approver) roles,
               array_agg(approved_at order by approved_at, approver) times,
               array_agg(stand_in order by approved_at, approver) stand_ins,
               array_agg(token_id order by approved_at, approver) tokens,
               array_agg(signed_in_at order by approved_at, approver) signed_in
        from approval where proposal_id = p.id and submission = p.submissions) a on true
      """;

  private final JdbcClient sql;

  JdbcProposals(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Proposal> find(UUID id) {
    return sql.sql(PROPOSALS + " where p.id = ?").param(id).query(ProposalRow::read).optional();
  }

  @Override
  public Optional<Proposal> standing(String jurisdiction, Mode mode) {
    return sql.sql(
            PROPOSALS
                + """
                 where p.jurisdiction = ? and p.mode = ?
                  and p.state in ('OPEN', 'SUBMITTED', 'RETURNED')
                """)
        .params(jurisdiction, mode.name())
        .query(ProposalRow::read)
        .optional();
  }

  @Override
  public List<WaitingProposal> waiting() {
    return sql.sql(
            """
            select p.jurisdiction, p.mode, p.state, p.proposed_at, s.submitted_at,
                   coalesce(s.approval_due, s.submitted_at + interval '2 hours') approval_due
            from proposal p
            left join submission s on s.proposal_id = p.id and s.number = p.submissions
              and p.state = 'SUBMITTED'
            where p.state in ('OPEN', 'SUBMITTED', 'RETURNED')
            """)
        .query(
            (rs, _) -> {
              Timestamp submittedAt = rs.getTimestamp("submitted_at");
              Timestamp due = rs.getTimestamp("approval_due");
              return new WaitingProposal(
                  rs.getString("jurisdiction"),
                  Mode.valueOf(rs.getString("mode")),
                  ProposalState.valueOf(rs.getString("state")),
                  rs.getTimestamp("proposed_at").toInstant(),
                  submittedAt == null ? null : submittedAt.toInstant(),
                  due == null ? null : due.toInstant());
            })
        .list();
  }

  @Override
  public List<Proposal> list(
      Collection<String> jurisdictions, Scene scene, @Nullable ProposalState state) {
    return sql.sql(
            PROPOSALS
                + """
                 where p.jurisdiction = any(?) and p.mode = ?
                  and p.drill_id is not distinct from ?::uuid and (?::text is null or p.state = ?)
                order by p.proposed_at desc, p.id limit 500
                """)
        .param(jurisdictions.toArray(String[]::new))
        .param(scene.mode().name())
        .param(scene.drill())
        .param(state == null ? null : state.name())
        .param(state == null ? null : state.name())
        .query(ProposalRow::read)
        .list();
  }

  @Override
  public boolean wasRejectedOver(
      String jurisdiction,
      Mode mode,
      ChangeKind kind,
      WarningLevel to,
      @Nullable UUID latestForecast) {
    return sql.sql(
            """
            select exists (select from proposal where state = 'REJECTED' and jurisdiction = ?
              and mode = ? and kind = ? and to_level = ? and rejected_over is not distinct from ?::uuid
              and (drill_id is null or drill_id in (select id from drill where ended_at is null)))
            """)
        .params(jurisdiction, mode.name(), kind.name(), to.name())
        .param(latestForecast)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void save(ProposalEvent event, @Nullable UUID latestForecast) {
    Proposal after = event.proposal();
    switch (event) {
      case ProposalEvent.Proposed _ -> {
        insert(after);
        step(after, "PROPOSED", null, after.proposedAt(), null);
      }
      case ProposalEvent.Submitted(var _, var submission, var reason) -> {
        // The submission first: the proposal then counts one that is there.
        insert(after, submission);
        move(after, null);
        step(after, "SUBMITTED", submission.by(), submission.at(), reason);
      }
      case ProposalEvent.Approved(var _, var approval, var _, var reason) -> {
        insert(after, approval);
        move(after, null);
        step(after, "APPROVED", approval.by(), approval.at(), reason);
      }
      case ProposalEvent.Returned(var _, var by, var at, var reason) -> {
        move(after, null);
        step(after, "RETURNED", by, at, reason);
      }
      case ProposalEvent.Rejected(var _, var by, var at, var reason) -> {
        move(after, latestForecast);
        step(after, "REJECTED", by, at, reason);
      }
      case ProposalEvent.Superseded(var _, var at) -> {
        move(after, null);
        step(after, "SUPERSEDED", null, at, null);
      }
      case ProposalEvent.Refused _, ProposalEvent.Unfit _ ->
          throw new IllegalArgumentException("a refusal leaves nothing to keep");
    }
  }

  private void insert(Proposal proposal) {
    ProposedChange change = proposal.change();
    sql.sql(
            """
            insert into proposal (id, mode, jurisdiction, warning_id, kind, from_level, to_level,
              cause, response, valid_from, valid_to, policy, forecast_id, reason_zh, reason_en,
              content_sha256, proposed_at, state, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)
            """)
        .params(proposal.id(), change.mode().name(), change.jurisdiction(), change.warningId())
        .params(change.kind().name(), change.from().name(), change.to().name())
        .params(change.cause().name(), change.response().name())
        .param(timestamp(change.validFrom()))
        .param(timestamp(change.validTo()))
        .param(change.policy())
        .param(change.forecastId())
        .params(change.reason().zh(), change.reason().en(), change.fingerprint())
        .param(timestamp(proposal.proposedAt()))
        .params(proposal.state().name(), proposal.version())
        .update();
    CrashPoint.PROPOSAL_STORED.reached();
  }

  private void insert(Proposal proposal, Submission submission) {
    ProposedChange change = proposal.change();
    LeadReason lead = submission.leadReason();
    sql.sql(
            """
            insert into submission (proposal_id, number, kind, to_level, content_sha256,
              submitted_by, submitter_role, submitted_at, approval_due, lead_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(proposal.id(), submission.number(), change.kind().name(), change.to().name())
        .params(change.fingerprint(), submission.by(), submission.role())
        .param(timestamp(submission.at()))
        .param(timestamp(submission.due()))
        .param(lead == null ? null : lead.name())
        .update();
    CrashPoint.SUBMISSION_STORED.reached();
  }

  private void insert(Proposal proposal, GivenApproval approval) {
    ProposedChange change = proposal.change();
    Submission submission = proposal.submission();
    if (submission == null) {
      throw new IllegalArgumentException("an approval without a submission");
    }
    SignIn signIn = approval.signIn();
    sql.sql(
            """
            insert into approval (proposal_id, submission, kind, to_level, content_sha256,
              submitted_by, approver, approver_role, approved_at, stand_in, token_id, signed_in_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(proposal.id(), submission.number(), change.kind().name(), change.to().name())
        .params(change.fingerprint(), submission.by(), approval.by(), approval.role())
        .param(timestamp(approval.at()))
        .param(approval.standIn())
        .param(signIn == null ? null : signIn.token())
        .param(timestamp(signIn == null ? null : signIn.at()))
        .update();
    CrashPoint.APPROVAL_STORED.reached();
  }

  private void move(Proposal after, @Nullable UUID rejectedOver) {
    Submission submission = after.submission();
    int moved =
        sql.sql(
                """
                update proposal set state = ?, version = ?, submissions = ?, rejected_over = ?::uuid
                where id = ? and version = ?
                """)
            .params(after.state().name(), after.version())
            .param(submission == null ? 0 : submission.number())
            .param(rejectedOver)
            .params(after.id(), after.version() - 1)
            .update();
    if (moved != 1) {
      throw new IllegalStateException("proposal " + after.id() + " was moved by somebody else");
    }
  }

  private void step(
      Proposal after, String step, @Nullable String by, Instant at, @Nullable String reason) {
    sql.sql(
            """
            insert into proposal_step (proposal_id, version, step, person, at, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(after.id(), after.version(), step)
        .param(by)
        .param(timestamp(at))
        .param(reason)
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
