package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.constantOrNull;
import static lantian.reporting.episode.persistence.Columns.instant;
import static lantian.reporting.episode.persistence.Columns.moment;
import static lantian.reporting.episode.persistence.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.events.FailureReason;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DeliveryRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeliveryRecords implements DeliveryRecords {
  private final JdbcClient sql;

  JdbcDeliveryRecords(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void keep(DeliveryRecord delivery) {
    DeliveryPurpose purpose = delivery.purpose();
    sql.sql(
            """
            insert into delivery (delivery_id, warning_id, revision, unit, purpose)
            values (:delivery, :warning, :revision, :unit, :purpose)
            on conflict (delivery_id) do update set
              purpose = coalesce(delivery.purpose, excluded.purpose),
              revision = coalesce(delivery.revision, excluded.revision)
            """)
        .param("delivery", delivery.deliveryId())
        .param("warning", delivery.warningId())
        .param("revision", delivery.revision())
        .param("unit", delivery.unit())
        .param("purpose", purpose == null ? null : purpose.name())
        .update();
    DeliveryRecord.Sent sent = delivery.sent();
    if (sent != null) {
      keep(delivery.deliveryId(), sent);
    }
    DeliveryRecord.Acknowledged acknowledged = delivery.acknowledged();
    if (acknowledged != null) {
      keep(delivery.deliveryId(), acknowledged);
    }
    DeliveryRecord.Failed failed = delivery.failed();
    if (failed != null) {
      keep(delivery.deliveryId(), failed);
    }
    DeliveryRecord.Escalated escalated = delivery.escalated();
    if (escalated != null) {
      keep(delivery.deliveryId(), escalated);
    }
  }

  private void keep(UUID delivery, DeliveryRecord.Sent sent) {
    sql.sql(
            """
            update delivery set sent_event = :event, sent_version = :version, sent_at = :at,
              sent_attempts = :attempts, sent_repeat = :repeat
            where delivery_id = :delivery and (sent_version is null or sent_version < :version)
            """)
        .param("event", sent.eventId())
        .param("version", sent.version())
        .param("at", moment(sent.at()))
        .param("attempts", sent.attempts())
        .param("repeat", sent.repeat())
        .param("delivery", delivery)
        .update();
  }

  private void keep(UUID delivery, DeliveryRecord.Acknowledged acknowledged) {
    AnswerWay way = acknowledged.way();
    sql.sql(
            """
            update delivery set acknowledged_event = :event, acknowledged_version = :version,
              acknowledged_at = :at, acknowledged_by = :by, acknowledged_way = :way
            where delivery_id = :delivery
              and (acknowledged_version is null or acknowledged_version < :version)
            """)
        .param("event", acknowledged.eventId())
        .param("version", acknowledged.version())
        .param("at", moment(acknowledged.at()))
        .param("by", acknowledged.by())
        .param("way", way == null ? null : way.name())
        .param("delivery", delivery)
        .update();
  }

  private void keep(UUID delivery, DeliveryRecord.Failed failed) {
    sql.sql(
            """
            update delivery set failed_event = :event, failed_version = :version, failed_at = :at,
              failed_reason = :reason, failed_attempts = :attempts, failed_detail = :detail
            where delivery_id = :delivery and (failed_version is null or failed_version < :version)
            """)
        .param("event", failed.eventId())
        .param("version", failed.version())
        .param("at", moment(failed.at()))
        .param("reason", failed.reason().name())
        .param("attempts", failed.attempts())
        .param("detail", failed.detail())
        .param("delivery", delivery)
        .update();
  }

  private void keep(UUID delivery, DeliveryRecord.Escalated escalated) {
    sql.sql(
            """
            update delivery set escalated_event = :event, escalated_version = :version, escalated_at = :at,
              escalated_of = :of, escalated_step = :step, escalated_reason = :reason
            where delivery_id = :delivery and (escalated_version is null or escalated_version < :version)
            """)
        .param("event", escalated.eventId())
        .param("version", escalated.version())
        .param("at", moment(escalated.at()))
        .param("of", escalated.of())
        .param("step", escalated.step().name())
        .param("reason", escalated.reason().name())
        .param("delivery", delivery)
        .update();
  }

  @Override
  public List<DeliveryRecord> of(UUID warning) {
    return where("warning_id = :warning", Map.of("warning", warning));
  }

  @Override
  public List<DeliveryRecord> of(UUID warning, Collection<String> units) {
    return where(
        "warning_id = :warning and unit = any(:units)",
        Map.of("warning", warning, "units", units.toArray(String[]::new)));
  }

  @Override
  public List<String> unitsAfter(UUID warning, String unit, int atMost) {
    return sql.sql(
            "select distinct unit from delivery where warning_id = ? and unit > ? order by unit limit ?")
        .params(warning, unit, atMost)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<DeliveryRecord> where(String which, Map<String, Object> values) {
    return sql.sql("select * from delivery where " + which + " order by unit, delivery_id")
        .params(values)
        .query(
            (row, _) ->
                new DeliveryRecord(
                    uuid(row, "delivery_id"),
                    uuid(row, "warning_id"),
                    row.getObject("revision", Long.class),
                    row.getString("unit"),
                    constantOrNull(row, "purpose", DeliveryPurpose.class),
                    sent(row),
                    acknowledged(row),
                    failed(row),
                    escalated(row)))
        .list();
  }

  private static DeliveryRecord.@Nullable Sent sent(ResultSet row) throws SQLException {
    return row.getObject("sent_event") == null
        ? null
        : new DeliveryRecord.Sent(
            uuid(row, "sent_event"),
            row.getLong("sent_version"),
            instant(row, "sent_at"),
            row.getInt("sent_attempts"),
            row.getBoolean("sent_repeat"));
  }

  private static DeliveryRecord.@Nullable Acknowledged acknowledged(ResultSet row)
      throws SQLException {
    return row.getObject("acknowledged_event") == null
        ? null
        : new DeliveryRecord.Acknowledged(
            uuid(row, "acknowledged_event"),
            row.getLong("acknowledged_version"),
            instant(row, "acknowledged_at"),
            row.getString("acknowledged_by"),
            constantOrNull(row, "acknowledged_way", AnswerWay.class));
  }

  private static DeliveryRecord.@Nullable Failed failed(ResultSet row) throws SQLException {
    return row.getObject("failed_event") == null
        ? null
        : new DeliveryRecord.Failed(
            uuid(row, "failed_event"),
            row.getLong("failed_version"),
            instant(row, "failed_at"),
            constant(row, "failed_reason", FailureReason.class),
            row.getInt("failed_attempts"),
            row.getString("failed_detail"));
  }

  private static DeliveryRecord.@Nullable Escalated escalated(ResultSet row) throws SQLException {
    return row.getObject("escalated_event") == null
        ? null
        : new DeliveryRecord.Escalated(
            uuid(row, "escalated_event"),
            row.getLong("escalated_version"),
            instant(row, "escalated_at"),
            uuid(row, "escalated_of"),
            constant(row, "escalated_step", EscalationStep.class),
            constant(row, "escalated_reason", EscalationReason.class));
  }
}
