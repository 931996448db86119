package lantian.warning.warning.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.kit.crash.CrashPoint;
import lantian.warning.scene.Scene;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.TimelineStep;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWarnings implements Warnings {
  private static final String AS_IT_STANDS =
      """
      select w.id, w.mode, w.jurisdiction, w.revision, w.level, p.cause, p.response, p.policy,
             first.published_at first_published_at, last.published_at, last.valid_from,
             last.valid_to, last.event_id
      from warning w
      join warning_change last on last.warning_id = w.id and last.revision = w.revision
      join warning_change first on first.warning_id = w.id and first.revision = 1
      join lateral (
        select p.cause, p.response, p.policy
        from warning_change c join proposal p on p.id = c.proposal_id
        where c.warning_id = w.id order by c.revision desc limit 1) p on true
      """;

  /**
   * Deadlines are not written down when they pass: they follow from the submission, so that a
   * service that was stopped then tells the same.
   */
  private static final String TIMELINE =
      """
      with steps as (
        select s.at, s.step, s.person, p.id proposal_id, p.kind, p.from_level, p.to_level,
               null::bigint revision, s.reason, p.proposed_at, s.version, 0 number,
               null body, null organisation, null stance, null opinion_level,
               count(*) filter (where s.step = 'SUBMITTED')
                 over (partition by p.id order by s.version) submission
        from proposal p join proposal_step s on s.proposal_id = p.id
        where p.warning_id = :id),
      submissions as (
        select s.*, b.lead_reason,
               coalesce(b.approval_due, b.submitted_at + interval '2 hours') due,
               (select min(e.at) from steps e
                where e.proposal_id = s.proposal_id and e.submission = s.submission
                  and (e.step in ('RETURNED', 'REJECTED', 'SUPERSEDED')
                    or e.step = 'APPROVED' and exists (
                      select from proposal p where p.id = e.proposal_id and p.state = 'APPROVED'
                        and p.version = e.version))) decided_at
        from steps s join submission b
          on b.proposal_id = s.proposal_id and b.number = s.submission
        where s.step = 'SUBMITTED')
      select s.*, b.lead_reason
      from steps s left join submissions b on b.proposal_id = s.proposal_id and b.version = s.version
      union all
      select due, 'APPROVAL_OVERDUE', null, proposal_id, kind, from_level, to_level, null, null,
             proposed_at, version, 1, null, null, null, null, submission, null
      from submissions where due <= :now and (decided_at is null or due <= decided_at)
      union all
      select o.at, 'OPINION', o.person, p.id, p.kind, p.from_level, p.to_level, null, o.said,
             p.proposed_at, 1, o.number, o.body, o.organisation, o.stance, o.level, null, null
      from proposal p join opinion o on o.proposal_id = p.id
      where p.warning_id = :id
      union all
      select f.added_at, 'APPROVAL_FORM', f.added_by, p.id, p.kind, p.from_level, p.to_level, null,
             f.media_type || ' sha256:' || f.sha256, p.proposed_at, p.version, f.number, null, null, null,
             null, null, null
      from proposal p join approval_form f on f.proposal_id = p.id
      where p.warning_id = :id
      union all
      select u.at, 'BREAK_GLASS', u.person, p.id, p.kind, p.from_level, p.to_level, null, u.reason,
             p.proposed_at, p.version, 2, null, null, null, null, null, null
      from proposal p join emergency_use u on u.proposal_id = p.id
      where p.warning_id = :id
      union all
      select corrected_at, 'CORRECTED', corrected_by, id, kind, from_level, to_level, null, reason,
             corrected_at, 1, 0, null, null, null, null, null, null
      from correction where warning_id = :id
      union all
      select c.published_at, 'PUBLISHED', null, coalesce(c.proposal_id, c.correction_id), c.kind,
             c.from_level, c.to_level, c.revision, null, coalesce(p.proposed_at, c.published_at),
             coalesce(p.version, 1) + 1, 0, null, null, null, null, null, null
      from warning_change c left join proposal p on p.id = c.proposal_id
      where c.warning_id = :id
      order by at, proposed_at, version, number
      """;

  private final JdbcClient sql;

  JdbcWarnings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Warning> find(UUID id) {
    return sql.sql(AS_IT_STANDS + " where w.id = ?")
        .param(id)
        .query(JdbcWarnings::warning)
        .optional();
  }

  @Override
  public Optional<Warning> inForce(String jurisdiction, Mode mode) {
    return sql.sql(AS_IT_STANDS + " where w.jurisdiction = ? and w.mode = ? and w.level <> 'NONE'")
        .params(jurisdiction, mode.name())
        .query(JdbcWarnings::warning)
        .optional();
  }

  @Override
  public List<Warning> inForce() {
    return sql.sql(AS_IT_STANDS + " where w.level <> 'NONE' order by w.id")
        .query(JdbcWarnings::warning)
        .list();
  }

  @Override
  public List<Warning> list(
      Collection<String> jurisdictions, Scene scene, @Nullable Boolean inForce) {
    return sql.sql(
            AS_IT_STANDS
                + """
                 where w.jurisdiction = any(?) and w.mode = ?
                  and w.drill_id is not distinct from ?::uuid and (?::boolean is null or (w.level <> 'NONE') = ?)
                order by first.published_at desc, w.id limit 500
                """)
        .param(jurisdictions.toArray(String[]::new))
        .param(scene.mode().name())
        .param(scene.drill())
        .param(inForce)
        .param(inForce)
        .query(JdbcWarnings::warning)
        .list();
  }

  @Override
  public List<TimelineStep> timeline(UUID id, Instant now) {
    return sql.sql(TIMELINE)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(JdbcWarnings::step)
        .list();
  }

  @Override
  public void save(Correction correction, UUID eventId) {
    Warning warning = correction.warning();
    long revision =
        sql.sql("select take_back_warning(?, ?, ?, ?, ?, ?, ?)")
            .params(warning.id(), warning.revision(), correction.id(), eventId, correction.by())
            .param(Timestamp.from(correction.at()))
            .param(correction.reason())
            .query(Long.class)
            .single();
    require(revision == correction.revision(), warning.id());
    CrashPoint.WARNING_CHANGE_STORED.reached();
  }

  /** By the database's own function: it looks at the approvals anew, and nobody writes past it. */
  @Override
  public void save(PublishedChange published, UUID eventId) {
    long revision =
        sql.sql("select issue_warning(?, ?, ?)")
            .params(published.change().proposalId(), eventId)
            .param(Timestamp.from(published.publishedAt()))
            .query(Long.class)
            .single();
    require(revision == published.revision(), published.change().warningId());
    CrashPoint.WARNING_CHANGE_STORED.reached();
  }

  private static void require(boolean asExpected, UUID warning) {
    if (!asExpected) {
      throw new IllegalStateException("warning " + warning + " was changed by somebody else");
    }
  }

  private static Warning warning(ResultSet rs, int n) throws SQLException {
    return new Warning(
        rs.getObject("id", UUID.class),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getLong("revision"),
        WarningLevel.valueOf(rs.getString("level")),
        Cause.valueOf(rs.getString("cause")),
        Response.valueOf(rs.getString("response")),
        rs.getString("policy"),
        rs.getTimestamp("first_published_at").toInstant(),
        rs.getTimestamp("published_at").toInstant(),
        rs.getTimestamp("valid_from").toInstant(),
        instant(rs, "valid_to"),
        rs.getObject("event_id", UUID.class));
  }

  private static TimelineStep step(ResultSet rs, int n) throws SQLException {
    return new TimelineStep(
        rs.getTimestamp("at").toInstant(),
        rs.getString("step"),
        rs.getString("person"),
        rs.getObject("proposal_id", UUID.class),
        ChangeKind.valueOf(rs.getString("kind")),
        WarningLevel.valueOf(rs.getString("from_level")),
        WarningLevel.valueOf(rs.getString("to_level")),
        rs.getObject("revision", Long.class),
        rs.getString("reason"),
        rs.getString("lead_reason"),
        opinion(rs));
  }

  private static TimelineStep.@Nullable Said opinion(ResultSet rs) throws SQLException {
    String body = rs.getString("body");
    String level = rs.getString("opinion_level");
    return body == null
        ? null
        : new TimelineStep.Said(
            body,
            rs.getString("organisation"),
            rs.getString("stance"),
            level == null ? null : WarningLevel.valueOf(level));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
