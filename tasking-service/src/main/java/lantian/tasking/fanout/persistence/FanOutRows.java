package lantian.tasking.fanout.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.tasking.fanout.Claim;
import lantian.tasking.fanout.FanOutRun;
import lantian.tasking.fanout.FanOutState;
import lantian.tasking.fanout.LevelBefore;

/** A fan-out from its row. */
final class FanOutRows {
  private FanOutRows() {}

  static Claim claim(ResultSet rs, int n) throws SQLException {
    return new Claim(run(rs, n), rs.getLong("token"), rs.getString("traceparent"));
  }

  static FanOutRun run(ResultSet rs, int n) throws SQLException {
    var beforeLevel = rs.getString("before_level");
    var finishedAt = rs.getTimestamp("finished_at");
    return new FanOutRun(
        rs.getObject("id", UUID.class),
        rs.getObject("warning_id", UUID.class),
        rs.getLong("revision"),
        rs.getString("jurisdiction"),
        WarningLevel.valueOf(rs.getString("to_level")),
        beforeLevel == null
            ? null
            : new LevelBefore(
                WarningLevel.valueOf(beforeLevel),
                Response.valueOf(rs.getString("before_response"))),
        rs.getString("plan_version"),
        rs.getBoolean("plan_changed"),
        rs.getInt("units"),
        rs.getInt("next_unit"),
        rs.getInt("next_position"),
        FanOutState.valueOf(rs.getString("state")),
        rs.getTimestamp("happened_at").toInstant(),
        rs.getInt("tries"),
        rs.getString("last_error"),
        rs.getTimestamp("recorded_at").toInstant(),
        finishedAt == null ? null : finishedAt.toInstant());
  }
}
