package lantian.tasking.response.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.kit.crash.CrashPoint;
import lantian.tasking.response.LevelChange;
import lantian.tasking.response.NewDay;
import lantian.tasking.response.Responses;
import lantian.tasking.response.RunningResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Responses in the table {@code response}. */
@Repository
class JdbcResponses implements Responses {
  private static final String WITHOUT =
      """
       to_level <> 'NONE' and daily_through < :date and fanning_out is distinct from revision
      """;

  private final JdbcClient sql;

  JdbcResponses(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<RunningResponse> find(UUID warning) {
    return sql.sql("select * from response where warning_id = ?")
        .param(warning)
        .query(JdbcResponses::row)
        .optional();
  }

  @Override
  public Optional<RunningResponse> take(UUID warning) {
    return sql.sql("select * from response where warning_id = ? for no key update")
        .param(warning)
        .query(JdbcResponses::row)
        .optional();
  }

  @Override
  public List<UUID> without(LocalDate date) {
    return sql.sql(
            "select warning_id from response where"
                + WITHOUT
                + "order by daily_through, warning_id")
        .param("date", date)
        .query((rs, _) -> rs.getObject("warning_id", UUID.class))
        .list();
  }

  @Override
  public Optional<NewDay> takeWithout(UUID warning, LocalDate date, Duration silentAtMost) {
    // The units of another day do not count: whoever has that one may lack this one.
    return sql.sql(
            """
            select *, case when daily_begun = :date then daily_after else '' end as after_unit,
              set_config('idle_in_transaction_session_timeout', :silent, true)
            from response where warning_id = :warning and"""
                + WITHOUT
                + "for update skip locked")
        .param("date", date)
        .param("silent", Long.toString(silentAtMost.toMillis()))
        .param("warning", warning)
        .query((rs, n) -> new NewDay(row(rs, n), rs.getString("after_unit")))
        .optional();
  }

  @Override
  public boolean begin(RunningResponse response) {
    var change = response.change();
    var validTo = change.validTo();
    return sql.sql(
                """
            insert into response (warning_id, revision, mode, jurisdiction, jurisdiction_name, kind,
              from_level, to_level, response, published_at, valid_from, valid_to, plan_version,
              daily_through, fanning_out)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (warning_id) do update set
              revision = excluded.revision, kind = excluded.kind, from_level = excluded.from_level,
              to_level = excluded.to_level, response = excluded.response,
              published_at = excluded.published_at, valid_from = excluded.valid_from,
              valid_to = excluded.valid_to, plan_version = excluded.plan_version,
              daily_begun = null, daily_after = null, fanning_out = excluded.fanning_out
            where response.revision < excluded.revision
            """)
            .params(change.warning(), change.revision(), change.mode().name())
            .params(change.jurisdiction(), change.jurisdictionName(), change.kind().name())
            .params(change.from().name(), change.to().name(), change.response().name())
            .params(Timestamp.from(change.publishedAt()), Timestamp.from(change.validFrom()))
            .param(validTo == null ? null : Timestamp.from(validTo))
            .params(response.planVersion(), response.dailyThrough(), change.revision())
            .update()
        == 1;
  }

  @Override
  public void completeFanOut(UUID warning, long revision) {
    sql.sql("update response set fanning_out = null where warning_id = ? and revision = ?")
        .params(warning, revision)
        .update();
  }

  @Override
  public void addedUpTo(UUID warning, LocalDate date, String unit) {
    sql.sql("update response set daily_begun = ?, daily_after = ? where warning_id = ?")
        .params(date, unit, warning)
        .update();
    CrashPoint.DAILY_CHUNK_WRITTEN.reached();
  }

  @Override
  public void addedThrough(UUID warning, LocalDate date) {
    sql.sql(
            """
            update response set daily_through = ?, daily_begun = null, daily_after = null
            where warning_id = ?
            """)
        .params(date, warning)
        .update();
    CrashPoint.DAILY_CHUNK_WRITTEN.reached();
  }

  @Override
  public void follow(UUID warning, long revision, String planVersion) {
    sql.sql("update response set plan_version = ? where warning_id = ? and revision = ?")
        .params(planVersion, warning, revision)
        .update();
  }

  private static RunningResponse row(ResultSet rs, int n) throws SQLException {
    var validTo = rs.getTimestamp("valid_to");
    return new RunningResponse(
        new LevelChange(
            rs.getObject("warning_id", UUID.class),
            rs.getLong("revision"),
            Mode.valueOf(rs.getString("mode")),
            rs.getString("jurisdiction"),
            rs.getString("jurisdiction_name"),
            ChangeKind.valueOf(rs.getString("kind")),
            WarningLevel.valueOf(rs.getString("from_level")),
            WarningLevel.valueOf(rs.getString("to_level")),
            Response.valueOf(rs.getString("response")),
            rs.getTimestamp("published_at").toInstant(),
            rs.getTimestamp("valid_from").toInstant(),
            validTo == null ? null : validTo.toInstant()),
        rs.getString("plan_version"),
        rs.getObject("daily_through", LocalDate.class));
  }
}
