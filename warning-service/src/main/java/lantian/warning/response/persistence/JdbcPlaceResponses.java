package lantian.warning.response.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.kit.crash.CrashPoint;
import lantian.warning.response.Demand;
import lantian.warning.response.PlaceResponse;
import lantian.warning.response.PlaceResponses;
import lantian.warning.response.ResponseChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlaceResponses implements PlaceResponses {
  private final JdbcClient sql;

  JdbcPlaceResponses(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<PlaceResponse> inForce(String jurisdiction, Mode mode) {
    return sql.sql(
            """
            select r.id, r.mode, r.jurisdiction, r.revision, r.level, c.cause, c.response, c.policy,
              c.valid_from, c.valid_to, c.event_id
            from place_response r
            join place_response_change c on c.response_id = r.id and c.revision = r.revision
            where r.jurisdiction = ? and r.mode = ? and r.level <> 'NONE'
            """)
        .params(jurisdiction, mode.name())
        .query(JdbcPlaceResponses::response)
        .optional();
  }

  @Override
  public void save(ResponseChange change, UUID eventId) {
    Demand above = change.above();
    Demand stricter = change.stricter();
    sql.sql(
            """
            insert into place_response (id, mode, jurisdiction, revision, level)
            values (?, ?, ?, ?, ?)
            on conflict (id) do update set revision = excluded.revision, level = excluded.level
            """)
        .params(change.responseId(), change.mode().name(), change.jurisdiction())
        .params(change.revision(), change.to().name())
        .update();
    sql.sql(
            """
            insert into place_response_change (response_id, revision, event_id, mode, jurisdiction,
              kind, from_level, to_level, own_level, above_level, above_warning, above_revision,
              above_jurisdiction, stricter_level, stricter_id, cause, response, policy, valid_from,
              valid_to, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::bigint, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)
            """)
        .params(change.responseId(), change.revision(), eventId, change.mode().name())
        .params(change.jurisdiction(), change.kind().name())
        .params(change.from().name(), change.to().name())
        .params(levelOf(change.own()), levelOf(above))
        .param(above == null ? null : above.of())
        .param(above == null ? null : above.revision())
        .param(above == null ? null : above.jurisdiction())
        .param(levelOf(stricter))
        .param(stricter == null ? null : stricter.of())
        .params(change.cause().name(), change.response().name(), change.policy())
        .param(Timestamp.from(change.validFrom()))
        .param(change.validTo() == null ? null : Timestamp.from(change.validTo()))
        .param(Timestamp.from(change.at()))
        .update();
    CrashPoint.WARNING_CHANGE_STORED.reached();
  }

  private static String levelOf(@Nullable Demand demand) {
    return demand == null ? WarningLevel.NONE.name() : demand.level().name();
  }

  private static PlaceResponse response(ResultSet rs, int n) throws SQLException {
    Timestamp validTo = rs.getTimestamp("valid_to");
    return new PlaceResponse(
        rs.getObject("id", UUID.class),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getLong("revision"),
        WarningLevel.valueOf(rs.getString("level")),
        Cause.valueOf(rs.getString("cause")),
        Response.valueOf(rs.getString("response")),
        rs.getString("policy"),
        rs.getTimestamp("valid_from").toInstant(),
        validTo == null ? null : validTo.toInstant(),
        rs.getObject("event_id", UUID.class));
  }
}
