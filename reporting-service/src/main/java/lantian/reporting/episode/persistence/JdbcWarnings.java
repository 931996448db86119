package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.instant;
import static lantian.reporting.episode.persistence.Columns.instantOrNull;
import static lantian.reporting.episode.persistence.Columns.moment;
import static lantian.reporting.episode.persistence.Columns.uuid;
import static lantian.reporting.episode.persistence.Columns.uuidOrNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.episode.ProposalStep;
import lantian.reporting.episode.Warnings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWarnings implements Warnings {
  private final JdbcClient sql;

  JdbcWarnings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void keep(LevelStep step) {
    sql.sql(
            """
            insert into level_step (warning_id, revision, event_id, mode, proposal_id, jurisdiction,
              jurisdiction_name, kind, from_level, to_level, reason, reason_en, published_at,
              valid_from, valid_to, cause, response, policy, submitted_by, approved_by,
              responded_in, binds)
            values (:warning, :revision, :event, :mode, :proposal, :jurisdiction,
              :jurisdictionName, :kind, :from, :to, :reason, :reasonEn, :publishedAt,
              :validFrom, :validTo, :cause, :response, :policy, :submittedBy, :approvedBy,
              :respondedIn, :binds)
            on conflict do nothing
            """)
        .param("warning", step.warningId())
        .param("revision", step.revision())
        .param("event", step.eventId())
        .param("mode", step.mode().name())
        .param("proposal", step.proposalId())
        .param("jurisdiction", step.jurisdiction())
        .param("jurisdictionName", step.jurisdictionName())
        .param("kind", step.kind().name())
        .param("from", step.from().name())
        .param("to", step.to().name())
        .param("reason", step.reason().zh())
        .param("reasonEn", step.reason().en())
        .param("publishedAt", moment(step.publishedAt()))
        .param("validFrom", moment(step.validFrom()))
        .param("validTo", moment(step.validTo()))
        .param("cause", step.cause().name())
        .param("response", step.response().name())
        .param("policy", step.policy())
        .param("submittedBy", step.submittedBy())
        .param("approvedBy", step.approvedBy().toArray(String[]::new))
        .param("respondedIn", step.respondedIn())
        .param("binds", step.binds().toArray(String[]::new))
        .update();
  }

  @Override
  public Optional<Mode> modeOf(UUID warning) {
    return sql.sql("select mode from level_step where warning_id = ? limit 1")
        .param(warning)
        .query((row, _) -> Mode.valueOf(row.getString(1)))
        .optional();
  }

  @Override
  public void keep(ProposalStep step) {
    sql.sql(
            """
            insert into proposal_step (proposal_id, version, kind, event_id, warning_id, mode, change,
              to_level, at, person, submitted_by, submitted_at, reason, reason_en, forecast_id)
            values (:proposal, :version, :kind, :event, :warning, :mode, :change,
              :to, :at, :person, :submittedBy, :submittedAt, :reason, :reasonEn, :forecast)
            on conflict do nothing
            """)
        .param("proposal", step.proposalId())
        .param("version", step.version())
        .param("kind", step.kind().name())
        .param("event", step.eventId())
        .param("warning", step.warningId())
        .param("mode", step.mode().name())
        .param("change", step.change().name())
        .param("to", step.to().name())
        .param("at", moment(step.at()))
        .param("person", step.by())
        .param("submittedBy", step.submittedBy())
        .param("submittedAt", moment(step.submittedAt()))
        .param("reason", step.reason())
        .param("reasonEn", step.reasonEn())
        .param("forecast", step.forecastId())
        .update();
  }

  @Override
  public List<LevelStep> levelsOf(UUID warning) {
    return sql.sql("select * from level_step where warning_id = ? order by revision")
        .param(warning)
        .query(
            (row, _) ->
                new LevelStep(
                    uuid(row, "event_id"),
                    constant(row, "mode", Mode.class),
                    uuid(row, "warning_id"),
                    row.getLong("revision"),
                    uuid(row, "proposal_id"),
                    row.getString("jurisdiction"),
                    row.getString("jurisdiction_name"),
                    constant(row, "kind", ChangeKind.class),
                    constant(row, "from_level", WarningLevel.class),
                    constant(row, "to_level", WarningLevel.class),
                    new Text(row.getString("reason"), row.getString("reason_en")),
                    instant(row, "published_at"),
                    instant(row, "valid_from"),
                    instantOrNull(row, "valid_to"),
                    constant(row, "cause", Cause.class),
                    constant(row, "response", Response.class),
                    row.getString("policy"),
                    row.getString("submitted_by"),
                    Columns.texts(row, "approved_by"),
                    uuidOrNull(row, "responded_in"),
                    Columns.texts(row, "binds")))
        .list();
  }

  @Override
  public List<ProposalStep> proposalsOf(UUID warning) {
    return sql.sql("select * from proposal_step where warning_id = ? order by at, version")
        .param(warning)
        .query(
            (row, _) ->
                new ProposalStep(
                    uuid(row, "event_id"),
                    constant(row, "mode", Mode.class),
                    uuid(row, "warning_id"),
                    uuid(row, "proposal_id"),
                    row.getLong("version"),
                    constant(row, "kind", ProposalStep.Kind.class),
                    constant(row, "change", ChangeKind.class),
                    constant(row, "to_level", WarningLevel.class),
                    instant(row, "at"),
                    row.getString("person"),
                    row.getString("submitted_by"),
                    instantOrNull(row, "submitted_at"),
                    row.getString("reason"),
                    row.getString("reason_en"),
                    uuidOrNull(row, "forecast_id")))
        .list();
  }
}
