package lantian.warning.response.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.response.StricterResponse;
import lantian.warning.response.StricterResponse.Approver;
import lantian.warning.response.StricterResponse.State;
import lantian.warning.response.StricterResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStricterResponses implements StricterResponses {
  private final JdbcClient sql;

  JdbcStricterResponses(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<StricterResponse> find(UUID id) {
    return sql.sql("select * from stricter_response where id = ?")
        .param(id)
        .query(JdbcStricterResponses::read)
        .optional();
  }

  @Override
  public Optional<StricterResponse> inForce(String jurisdiction, Mode mode) {
    return sql.sql(
            """
            select * from stricter_response
            where jurisdiction = ? and mode = ? and state = 'IN_FORCE'
            """)
        .params(jurisdiction, mode.name())
        .query(JdbcStricterResponses::read)
        .optional();
  }

  @Override
  public boolean isOneSubmitted(String jurisdiction, Mode mode) {
    return sql.sql(
            """
            select exists (select from stricter_response
              where jurisdiction = ? and mode = ? and state = 'SUBMITTED')
            """)
        .params(jurisdiction, mode.name())
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<StricterResponse> list(Collection<String> jurisdictions) {
    return sql.sql(
            """
            select * from stricter_response where jurisdiction = any(?)
            order by submitted_at desc, id limit 100
            """)
        .param(jurisdictions.toArray(String[]::new))
        .query(JdbcStricterResponses::read)
        .list();
  }

  @Override
  public void add(StricterResponse submitted) {
    sql.sql(
            """
            insert into stricter_response (id, mode, jurisdiction, level, bound_level, cause,
              response, policy, reason, submitted_by, submitted_at, state, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(submitted.id(), submitted.mode().name(), submitted.jurisdiction())
        .params(submitted.level().name(), submitted.boundLevel().name())
        .params(submitted.cause().name(), submitted.response().name(), submitted.policy())
        .params(submitted.reason(), submitted.submittedBy())
        .param(timestamp(submitted.submittedAt()))
        .params(submitted.state().name(), submitted.version())
        .update();
  }

  @Override
  public void save(StricterResponse next) {
    int moved =
        sql.sql(
                """
                update stricter_response set bound_level = ?, approver_a = ?, role_a = ?,
                  approver_b = ?, role_b = ?, state = ?, version = ?, begun_at = ?, ended_by = ?,
                  ended_at = ?
                where id = ? and version = ?
                """)
            .param(next.boundLevel().name())
            .param(approver(next, 0, true))
            .param(approver(next, 0, false))
            .param(approver(next, 1, true))
            .param(approver(next, 1, false))
            .params(next.state().name(), next.version())
            .param(timestamp(next.begunAt()))
            .param(next.endedBy())
            .param(timestamp(next.endedAt()))
            .params(next.id(), next.version() - 1)
            .update();
    if (moved != 1) {
      throw new IllegalStateException("response " + next.id() + " was moved by somebody else");
    }
  }

  private static @Nullable String approver(StricterResponse of, int which, boolean name) {
    if (of.approvers().size() <= which) {
      return null;
    }
    Approver approver = of.approvers().get(which);
    return name ? approver.name() : approver.role();
  }

  private static StricterResponse read(ResultSet rs, int n) throws SQLException {
    List<Approver> approvers = new ArrayList<>();
    for (String which : List.of("a", "b")) {
      String name = rs.getString("approver_" + which);
      if (name != null) {
        approvers.add(new Approver(name, rs.getString("role_" + which)));
      }
    }
    return new StricterResponse(
        rs.getObject("id", UUID.class),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        WarningLevel.valueOf(rs.getString("level")),
        WarningLevel.valueOf(rs.getString("bound_level")),
        Cause.valueOf(rs.getString("cause")),
        Response.valueOf(rs.getString("response")),
        rs.getString("policy"),
        rs.getString("reason"),
        rs.getString("submitted_by"),
        rs.getTimestamp("submitted_at").toInstant(),
        approvers,
        State.valueOf(rs.getString("state")),
        rs.getLong("version"),
        instant(rs, "begun_at"),
        rs.getString("ended_by"),
        instant(rs, "ended_at"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
